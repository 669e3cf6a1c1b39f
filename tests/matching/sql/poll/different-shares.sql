SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "poll" AS "first", "poll" AS "second"
WHERE
  (
    "first"."measure" = 'vote'
    OR "first"."measure" = 'approval'
    OR "first"."measure" = 'support'
    OR "first"."measure" = 'turnout'
  )
  AND "first"."measure" = "second"."measure"
  AND (
    (
      "first"."party" = "second"."party" AND "first"."measure" <> 'support'
    )
    OR (
      "first"."measure" = 'support'
      AND "first"."about" = "second"."about"
      AND "first"."response" = "second"."response"
    )
    OR "first"."measure" = 'turnout'
  )
  AND (
    "first"."source" = "second"."source"
    OR (
      "first"."time.start" = "second"."time.start"
      AND "first"."time.end" = "second"."time.end"
    )
    OR (
      "first"."measure" = 'support' AND "first"."contest" = "second"."contest"
    )
    OR "first"."article" <> "second"."article"
  )
  AND (
    "first"."population" = "second"."population" OR "first"."measure" <> 'support'
  )
  AND (
    (
      "first"."time.start" = "second"."time.start"
      AND "first"."time.end" = "second"."time.end"
    )
    OR (
      "first"."time.start" IS NULL AND "second"."time.start" IS NULL
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
  AND (
    (
      "first"."source" IS NULL
      OR "second"."source" IS NULL
      OR "first"."source" = "second"."source"
    )
    OR "first"."article" <> "second"."article"
    OR (
      "first"."contest" = "second"."contest"
      AND (
        (
          "first"."source" IS NULL
          OR "second"."source" IS NULL
          OR "first"."source" = "second"."source"
        )
        OR (
          "first"."source.named" IS NULL OR "first"."source.named" <> 'yes'
        )
        OR (
          "second"."source.named" IS NULL OR "second"."source.named" <> 'yes'
        )
      )
    )
  )
  AND (
    "first"."population" IS NULL
    OR "second"."population" IS NULL
    OR "first"."population" = "second"."population"
  )
  AND (
    "first"."about" IS NULL
    OR "second"."about" IS NULL
    OR "first"."about" = "second"."about"
  )
  AND (
    "first"."place" IS NULL
    OR "second"."place" IS NULL
    OR (
      "first"."place.first" <= "second"."place.last"
      AND "second"."place.first" <= "first"."place.last"
    )
  )
  AND (
    "first"."pollster" IS NULL
    OR "second"."pollster" IS NULL
    OR "first"."pollster" = "second"."pollster"
  )
  AND (
    (
      "first"."sentence" IS NULL
      OR "second"."sentence" IS NULL
      OR "first"."sentence" <> "second"."sentence"
    )
    OR (
      "first"."part" IS NULL
      OR "second"."part" IS NULL
      OR "first"."part" <> "second"."part"
    )
    OR (
      "first"."article" IS NULL
      OR "second"."article" IS NULL
      OR "first"."article" <> "second"."article"
    )
  )
  AND "first"."stance" = 'asserted'
  AND "second"."stance" = 'asserted'
  AND "first"."value.unit" = "second"."value.unit"
  AND (
    "first"."value.least" > "second"."value.most"
    OR "second"."value.least" > "first"."value.most"
  )
  AND (
    (
      "first"."value.low" > CAST("second"."value.high" AS DECIMAL(38, 0)) + 3000
      AND "first"."value.unit" = "second"."value.unit"
      AND "first"."value.low" < 4611686018427387904
      AND "first"."value.low" > -4611686018427387904
      AND "second"."value.high" < 4611686018427387904
      AND "second"."value.high" > -4611686018427387904
    )
    OR (
      "second"."value.low" > CAST("first"."value.high" AS DECIMAL(38, 0)) + 3000
      AND "second"."value.unit" = "first"."value.unit"
      AND "second"."value.low" < 4611686018427387904
      AND "second"."value.low" > -4611686018427387904
      AND "first"."value.high" < 4611686018427387904
      AND "first"."value.high" > -4611686018427387904
    )
    OR (
      "first"."value.hedge" = 'over' OR "first"."value.hedge" = 'under'
    )
    OR (
      "second"."value.hedge" = 'over' OR "second"."value.hedge" = 'under'
    )
    OR (
      (
        "first"."value.low" IS NULL OR "first"."value.low" <> 25000
      )
      AND (
        "first"."value.low" IS NULL OR "first"."value.low" <> 33333
      )
      AND (
        "first"."value.low" IS NULL OR "first"."value.low" <> 50000
      )
      AND (
        "first"."value.low" IS NULL OR "first"."value.low" <> 66667
      )
      AND (
        "first"."value.low" IS NULL OR "first"."value.low" <> 75000
      )
      AND (
        "second"."value.low" IS NULL OR "second"."value.low" <> 25000
      )
      AND (
        "second"."value.low" IS NULL OR "second"."value.low" <> 33333
      )
      AND (
        "second"."value.low" IS NULL OR "second"."value.low" <> 50000
      )
      AND (
        "second"."value.low" IS NULL OR "second"."value.low" <> 66667
      )
      AND (
        "second"."value.low" IS NULL OR "second"."value.low" <> 75000
      )
    )
  )
  AND "first"."position" < "second"."position"
ORDER BY
  "first"."position",
  "second"."position"
