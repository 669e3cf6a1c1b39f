SELECT
  "told"."position" AS "fact_1"
FROM "poll" AS "told"
WHERE
  (
    (
      "told"."worded.low" > CAST("told"."value.most" AS DECIMAL(38, 0)) + 5000
      AND "told"."worded.unit" = "told"."value.unit"
      AND "told"."worded.low" < 4611686018427387904
      AND "told"."worded.low" > -4611686018427387904
      AND "told"."value.most" < 4611686018427387904
      AND "told"."value.most" > -4611686018427387904
    )
    OR (
      "told"."worded.high" < CAST("told"."value.least" AS DECIMAL(38, 0)) + -5000
      AND "told"."worded.unit" = "told"."value.unit"
      AND "told"."worded.high" < 4611686018427387904
      AND "told"."worded.high" > -4611686018427387904
      AND "told"."value.least" < 4611686018427387904
      AND "told"."value.least" > -4611686018427387904
    )
    OR (
      "told"."worded.low" > CAST("told"."value.most" AS DECIMAL(38, 0)) + 3000
      AND "told"."worded.unit" = "told"."value.unit"
      AND "told"."worded.low" < 4611686018427387904
      AND "told"."worded.low" > -4611686018427387904
      AND "told"."value.most" < 4611686018427387904
      AND "told"."value.most" > -4611686018427387904
      AND "told"."worded.hedge" = 'exact'
    )
    OR (
      "told"."worded.high" < CAST("told"."value.least" AS DECIMAL(38, 0)) + -3000
      AND "told"."worded.unit" = "told"."value.unit"
      AND "told"."worded.high" < 4611686018427387904
      AND "told"."worded.high" > -4611686018427387904
      AND "told"."value.least" < 4611686018427387904
      AND "told"."value.least" > -4611686018427387904
      AND "told"."worded.hedge" = 'exact'
    )
  )
  AND (
    (
      "told"."worded.low" IS NULL OR "told"."worded.low" < 50000
    )
    OR (
      "told"."worded.hedge" IS NULL OR "told"."worded.hedge" <> 'over'
    )
  )
ORDER BY
  "told"."position"
