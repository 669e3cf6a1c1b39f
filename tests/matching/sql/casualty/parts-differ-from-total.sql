SELECT
  "dead"."position" AS "fact_1",
  "hurt"."position" AS "fact_2",
  "all"."position" AS "fact_3"
FROM "casualty" AS "dead", "casualty" AS "hurt", "casualty" AS "all"
WHERE
  "dead"."measure" = 'killed'
  AND "hurt"."measure" = 'injured'
  AND "all"."measure" = 'casualties'
  AND "dead"."sentence" = "hurt"."sentence"
  AND "dead"."part" = "hurt"."part"
  AND "dead"."article" = "hurt"."article"
  AND "dead"."article" = "all"."article"
  AND "hurt"."article" = "all"."article"
  AND (
    (
      "dead"."sentence" = "all"."sentence"
      AND "dead"."part" = "all"."part"
      AND "dead"."article" = "all"."article"
    )
    OR "dead"."subject" = "all"."subject"
  )
  AND (
    "dead"."place" IS NULL
    OR "all"."place" IS NULL
    OR (
      "dead"."place.first" <= "all"."place.last"
      AND "all"."place.first" <= "dead"."place.last"
    )
  )
  AND (
    "hurt"."place" IS NULL
    OR "all"."place" IS NULL
    OR (
      "hurt"."place.first" <= "all"."place.last"
      AND "all"."place.first" <= "hurt"."place.last"
    )
  )
  AND (
    (
      "dead"."time.start" = "all"."time.start" AND "dead"."time.end" = "all"."time.end"
    )
    OR (
      "dead"."time.start" IS NULL
      AND "all"."time.start" IS NULL
      AND (
        "dead"."undated" IS NULL
        OR "all"."undated" IS NULL
        OR (
          "dead"."undated" = "all"."undated" AND "dead"."paragraph" = "all"."paragraph"
        )
        OR "dead"."article" <> "all"."article"
      )
    )
    OR (
      "dead"."time.start" IS NULL
      AND "all"."time.anchor" = 'publication'
      AND "all"."time.precision" = 'day'
    )
    OR (
      "all"."time.start" IS NULL
      AND "dead"."time.anchor" = 'publication'
      AND "dead"."time.precision" = 'day'
    )
  )
  AND (
    (
      "hurt"."time.start" = "all"."time.start" AND "hurt"."time.end" = "all"."time.end"
    )
    OR (
      "hurt"."time.start" IS NULL
      AND "all"."time.start" IS NULL
      AND (
        "hurt"."undated" IS NULL
        OR "all"."undated" IS NULL
        OR (
          "hurt"."undated" = "all"."undated" AND "hurt"."paragraph" = "all"."paragraph"
        )
        OR "hurt"."article" <> "all"."article"
      )
    )
    OR (
      "hurt"."time.start" IS NULL
      AND "all"."time.anchor" = 'publication'
      AND "all"."time.precision" = 'day'
    )
    OR (
      "all"."time.start" IS NULL
      AND "hurt"."time.anchor" = 'publication'
      AND "hurt"."time.precision" = 'day'
    )
  )
  AND "dead"."part_of" IS NULL
  AND "hurt"."part_of" IS NULL
  AND "all"."part_of" IS NULL
  AND "dead"."further" IS NULL
  AND "hurt"."further" IS NULL
  AND "all"."further" IS NULL
  AND "dead"."partial" IS NULL
  AND "hurt"."partial" IS NULL
  AND "all"."partial" IS NULL
  AND "dead"."stance" = 'asserted'
  AND "hurt"."stance" = 'asserted'
  AND "all"."stance" = 'asserted'
  AND CAST("dead"."value.least" AS DECIMAL(38, 0)) + CAST("hurt"."value.least" AS DECIMAL(38, 0)) > "all"."value.most"
  AND "dead"."value.unit" = "hurt"."value.unit"
  AND "dead"."value.unit" = "all"."value.unit"
  AND "dead"."value.least" < 4611686018427387904
  AND "dead"."value.least" > -4611686018427387904
  AND "hurt"."value.least" < 4611686018427387904
  AND "hurt"."value.least" > -4611686018427387904
  AND "all"."value.most" < 4611686018427387904
  AND "all"."value.most" > -4611686018427387904
  AND "dead"."position" <> "hurt"."position"
  AND "dead"."position" <> "all"."position"
  AND "hurt"."position" <> "all"."position"
ORDER BY
  "dead"."position",
  "hurt"."position",
  "all"."position"
