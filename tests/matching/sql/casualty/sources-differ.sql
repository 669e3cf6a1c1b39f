SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "casualty" AS "first", "casualty" AS "second"
WHERE
  "first"."article" = "second"."article"
  AND "first"."part" = "second"."part"
  AND "first"."measure" = "second"."measure"
  AND "first"."subject" = "second"."subject"
  AND (
    "first"."place" = "second"."place"
    OR (
      "first"."place" IS NULL AND "second"."place" IS NULL
    )
  )
  AND (
    (
      (
        "first"."time.start" = "second"."time.start"
        AND "first"."time.end" = "second"."time.end"
      )
      OR (
        "first"."time.start" IS NULL
        AND "second"."time.start" IS NULL
        AND (
          "first"."undated" IS NULL
          OR "second"."undated" IS NULL
          OR (
            "first"."undated" = "second"."undated"
            AND "first"."paragraph" = "second"."paragraph"
          )
          OR "first"."article" <> "second"."article"
        )
      )
      OR (
        "first"."time.start" IS NULL
        AND "second"."time.anchor" = 'publication'
        AND "second"."time.precision" = 'day'
      )
      OR (
        "second"."time.start" IS NULL
        AND "first"."time.anchor" = 'publication'
        AND "first"."time.precision" = 'day'
      )
    )
    OR (
      "first"."time.start" < "second"."time.end"
      AND "second"."time.start" < "first"."time.end"
    )
  )
  AND "first"."source" <> "second"."source"
  AND "first"."source.named" = 'yes'
  AND "second"."source.named" = 'yes'
  AND "first"."part_of" IS NULL
  AND "second"."part_of" IS NULL
  AND "first"."further" IS NULL
  AND "second"."further" IS NULL
  AND "first"."partial" IS NULL
  AND "second"."partial" IS NULL
  AND (
    "first"."stance" = 'asserted' OR "first"."stance" = 'claimed'
  )
  AND (
    "second"."stance" = 'asserted' OR "second"."stance" = 'claimed'
  )
  AND "first"."value.high" > 1000
  AND "second"."value.high" > 1000
  AND (
    (
      "first"."value.low" IS NULL
      OR "second"."value.high" IS NULL
      OR "first"."value.low" <= CAST("second"."value.high" AS DECIMAL(38, 0)) * 10
    )
    OR (
      "first"."value.unit" IS NULL
      OR "second"."value.unit" IS NULL
      OR "first"."value.unit" <> "second"."value.unit"
    )
    OR (
      "first"."value.low" IS NULL OR "first"."value.low" >= 4611686018427387904
    )
    OR (
      "first"."value.low" IS NULL OR "first"."value.low" <= -4611686018427387904
    )
    OR (
      "second"."value.high" IS NULL OR "second"."value.high" >= 4611686018427387904
    )
    OR (
      "second"."value.high" IS NULL OR "second"."value.high" <= -4611686018427387904
    )
  )
  AND (
    (
      "second"."value.low" IS NULL
      OR "first"."value.high" IS NULL
      OR "second"."value.low" <= CAST("first"."value.high" AS DECIMAL(38, 0)) * 10
    )
    OR (
      "second"."value.unit" IS NULL
      OR "first"."value.unit" IS NULL
      OR "second"."value.unit" <> "first"."value.unit"
    )
    OR (
      "second"."value.low" IS NULL OR "second"."value.low" >= 4611686018427387904
    )
    OR (
      "second"."value.low" IS NULL OR "second"."value.low" <= -4611686018427387904
    )
    OR (
      "first"."value.high" IS NULL OR "first"."value.high" >= 4611686018427387904
    )
    OR (
      "first"."value.high" IS NULL OR "first"."value.high" <= -4611686018427387904
    )
  )
  AND "first"."value.unit" = "second"."value.unit"
  AND (
    "first"."value.least" > "second"."value.most"
    OR "second"."value.least" > "first"."value.most"
  )
  AND "first"."position" < "second"."position"
ORDER BY
  "first"."position",
  "second"."position"
