SELECT
  "move"."position" AS "fact_1"
FROM "change" AS "move"
WHERE
  "move"."value.unit" = 'percent'
  AND "move"."initial.unit" = 'percent'
  AND "move"."proportion.low" >= 1000
  AND "move"."initial.high" < 80000
  AND (
    (
      "move"."proportion.least" <= CAST("move"."value.most" AS DECIMAL(38, 0)) + CAST("move"."initial.least" AS DECIMAL(38, 0)) * -1
      AND "move"."proportion.unit" = "move"."value.unit"
      AND "move"."proportion.unit" = "move"."initial.unit"
      AND "move"."proportion.least" < 4611686018427387904
      AND "move"."proportion.least" > -4611686018427387904
      AND "move"."value.most" < 4611686018427387904
      AND "move"."value.most" > -4611686018427387904
      AND "move"."initial.least" < 4611686018427387904
      AND "move"."initial.least" > -4611686018427387904
      AND "move"."proportion.most" >= CAST("move"."value.least" AS DECIMAL(38, 0)) + CAST("move"."initial.most" AS DECIMAL(38, 0)) * -1
      AND "move"."proportion.unit" = "move"."value.unit"
      AND "move"."proportion.unit" = "move"."initial.unit"
      AND "move"."proportion.most" < 4611686018427387904
      AND "move"."proportion.most" > -4611686018427387904
      AND "move"."value.least" < 4611686018427387904
      AND "move"."value.least" > -4611686018427387904
      AND "move"."initial.most" < 4611686018427387904
      AND "move"."initial.most" > -4611686018427387904
    )
    OR (
      "move"."proportion.least" <= CAST("move"."initial.most" AS DECIMAL(38, 0)) + CAST("move"."value.least" AS DECIMAL(38, 0)) * -1
      AND "move"."proportion.unit" = "move"."initial.unit"
      AND "move"."proportion.unit" = "move"."value.unit"
      AND "move"."proportion.least" < 4611686018427387904
      AND "move"."proportion.least" > -4611686018427387904
      AND "move"."initial.most" < 4611686018427387904
      AND "move"."initial.most" > -4611686018427387904
      AND "move"."value.least" < 4611686018427387904
      AND "move"."value.least" > -4611686018427387904
      AND "move"."proportion.most" >= CAST("move"."initial.least" AS DECIMAL(38, 0)) + CAST("move"."value.most" AS DECIMAL(38, 0)) * -1
      AND "move"."proportion.unit" = "move"."initial.unit"
      AND "move"."proportion.unit" = "move"."value.unit"
      AND "move"."proportion.most" < 4611686018427387904
      AND "move"."proportion.most" > -4611686018427387904
      AND "move"."initial.least" < 4611686018427387904
      AND "move"."initial.least" > -4611686018427387904
      AND "move"."value.most" < 4611686018427387904
      AND "move"."value.most" > -4611686018427387904
    )
  )
ORDER BY
  "move"."position"
