SELECT
  "aboard"."position" AS "fact_1",
  "dead"."position" AS "fact_2",
  "living"."position" AS "fact_3"
FROM "aboard" AS "aboard", "casualty" AS "dead", "casualty" AS "living"
WHERE
  "aboard"."subject" = 'people'
  AND "aboard"."part_of" IS NULL
  AND "dead"."measure" = 'killed'
  AND "living"."subject" = 'survivors'
  AND "aboard"."article" = "dead"."article"
  AND "living"."article" = "dead"."article"
  AND "aboard"."stance" = 'asserted'
  AND "dead"."stance" = 'asserted'
  AND "living"."stance" = 'asserted'
  AND "dead"."part_of" IS NULL
  AND "dead"."further" IS NULL
  AND "dead"."partial" IS NULL
  AND (
    (
      "aboard"."time.start" = "dead"."time.start"
      AND "aboard"."time.end" = "dead"."time.end"
    )
    OR (
      "aboard"."time.start" IS NULL
      AND "dead"."time.start" IS NULL
      AND (
        "aboard"."undated" IS NULL
        OR "dead"."undated" IS NULL
        OR (
          "aboard"."undated" = "dead"."undated"
          AND "aboard"."paragraph" = "dead"."paragraph"
        )
        OR "aboard"."article" <> "dead"."article"
      )
    )
    OR (
      "aboard"."time.start" IS NULL
      AND "dead"."time.anchor" = 'publication'
      AND "dead"."time.precision" = 'day'
    )
    OR (
      "dead"."time.start" IS NULL
      AND "aboard"."time.anchor" = 'publication'
      AND "aboard"."time.precision" = 'day'
    )
  )
  AND CAST("dead"."value.least" AS DECIMAL(38, 0)) + CAST("living"."value.least" AS DECIMAL(38, 0)) > "aboard"."value.most"
  AND "dead"."value.unit" = "living"."value.unit"
  AND "dead"."value.unit" = "aboard"."value.unit"
  AND "dead"."value.least" < 4611686018427387904
  AND "dead"."value.least" > -4611686018427387904
  AND "living"."value.least" < 4611686018427387904
  AND "living"."value.least" > -4611686018427387904
  AND "aboard"."value.most" < 4611686018427387904
  AND "aboard"."value.most" > -4611686018427387904
  AND "dead"."position" <> "living"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "aboard" AS "second"
    WHERE
      "second"."article" = "aboard"."article"
      AND "second"."part_of" IS NULL
      AND "second"."value.unit" = "aboard"."value.unit"
      AND (
        "second"."value.least" > "aboard"."value.most"
        OR "aboard"."value.least" > "second"."value.most"
      )
      AND "aboard"."position" <> "second"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "fewer"
    WHERE
      "fewer"."article" = "aboard"."article"
      AND "fewer"."measure" = 'killed'
      AND (
        "fewer"."fact" IS NULL OR "dead"."fact" IS NULL OR "fewer"."fact" <> "dead"."fact"
      )
      AND "dead"."value.unit" = "fewer"."value.unit"
      AND "dead"."value.least" > "fewer"."value.most"
      AND "dead"."position" <> "fewer"."position"
      AND "living"."position" <> "fewer"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "higher"
    WHERE
      "higher"."article" = "aboard"."article"
      AND "higher"."measure" = 'killed'
      AND "higher"."value.low" > "dead"."value.low"
      AND "higher"."value.unit" = "dead"."value.unit"
      AND "dead"."position" <> "higher"."position"
      AND "living"."position" <> "higher"."position"
  )
ORDER BY
  "aboard"."position",
  "dead"."position",
  "living"."position"
