SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "conversion" AS "first", "conversion" AS "second"
WHERE
  "first"."article" = "second"."article"
  AND "first"."pair" = "second"."pair"
  AND (
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
  AND CAST("first"."rate.low" AS DECIMAL(38, 0)) * 10 > CAST("second"."rate.high" AS DECIMAL(38, 0)) * 11
  AND "first"."rate.unit" = "second"."rate.unit"
  AND "first"."rate.low" < 4611686018427387904
  AND "first"."rate.low" > -4611686018427387904
  AND "second"."rate.high" < 4611686018427387904
  AND "second"."rate.high" > -4611686018427387904
  AND "first"."position" <> "second"."position"
ORDER BY
  "first"."position",
  "second"."position"
