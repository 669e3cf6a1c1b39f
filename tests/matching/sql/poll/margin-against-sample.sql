SELECT
  "sample"."position" AS "fact_1",
  "margin"."position" AS "fact_2"
FROM "poll" AS "sample", "poll" AS "margin"
WHERE
  "sample"."measure" = 'sample'
  AND "margin"."measure" = 'margin'
  AND "sample"."contest" = "margin"."contest"
  AND (
    "sample"."pollster" IS NULL
    OR "margin"."pollster" IS NULL
    OR "sample"."pollster" = "margin"."pollster"
  )
  AND (
    (
      "sample"."value.low" > 250000
      AND "margin"."value.high" < 2000
      AND "sample"."value.high" < 1600000
    )
    OR (
      "sample"."value.low" > 100000
      AND "margin"."value.high" < 3000
      AND "sample"."value.high" < 700000
    )
    OR (
      "sample"."value.low" > 50000
      AND "margin"."value.high" < 4000
      AND "sample"."value.high" < 400000
    )
    OR (
      "sample"."value.low" > 250000
      AND "margin"."value.high" < 1200
      AND "sample"."value.high" < 4000000
    )
    OR (
      "sample"."value.low" > 500000 AND "margin"."value.low" > 9000
    )
    OR (
      "sample"."value.low" > 900000 AND "margin"."value.low" > 6500
    )
    OR (
      "sample"."value.low" > 2000000 AND "margin"."value.low" > 4500
    )
    OR (
      "sample"."value.low" > 4000000 AND "margin"."value.low" > 3500
    )
  )
  AND "sample"."position" <> "margin"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "poll" AS "part"
    WHERE
      "part"."contest" = "sample"."contest"
      AND "part"."measure" = 'sample'
      AND "part"."value.unit" = "sample"."value.unit"
      AND (
        "part"."value.least" > "sample"."value.most"
        OR "sample"."value.least" > "part"."value.most"
      )
      AND "sample"."position" <> "part"."position"
      AND "margin"."position" <> "part"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "poll" AS "other"
    WHERE
      "other"."contest" = "margin"."contest"
      AND "other"."measure" = 'margin'
      AND "other"."value.unit" = "margin"."value.unit"
      AND (
        "other"."value.least" > "margin"."value.most"
        OR "margin"."value.least" > "other"."value.most"
      )
      AND "sample"."position" <> "other"."position"
      AND "margin"."position" <> "other"."position"
  )
ORDER BY
  "sample"."position",
  "margin"."position"
