SELECT
  "told"."position" AS "fact_1"
FROM "conversion" AS "told"
WHERE
  "told"."dimension" = 'share'
  AND (
    (
      "told"."value.low" > CAST("told"."equivalent.most" AS DECIMAL(38, 0)) + 1000
      AND "told"."value.unit" = "told"."equivalent.unit"
      AND "told"."value.low" < 4611686018427387904
      AND "told"."value.low" > -4611686018427387904
      AND "told"."equivalent.most" < 4611686018427387904
      AND "told"."equivalent.most" > -4611686018427387904
    )
    OR (
      "told"."value.high" < CAST("told"."equivalent.least" AS DECIMAL(38, 0)) + -1000
      AND "told"."value.unit" = "told"."equivalent.unit"
      AND "told"."value.high" < 4611686018427387904
      AND "told"."value.high" > -4611686018427387904
      AND "told"."equivalent.least" < 4611686018427387904
      AND "told"."equivalent.least" > -4611686018427387904
    )
  )
ORDER BY
  "told"."position"
