SELECT
  "told"."position" AS "fact_1"
FROM "change" AS "told"
WHERE
  (
    "told"."stance" = 'asserted' OR "told"."stance" = 'claimed'
  )
  AND (
    (
      "told"."difference.least" > "told"."step.high"
      AND "told"."difference.unit" = "told"."step.unit"
    )
    OR (
      "told"."difference.most" < "told"."step.low"
      AND "told"."difference.unit" = "told"."step.unit"
    )
    OR (
      (
        (
          "told"."proportion.least" > CAST("told"."growth.high" AS DECIMAL(38, 0)) + 2000
          AND "told"."proportion.unit" = "told"."growth.unit"
          AND "told"."proportion.least" < 4611686018427387904
          AND "told"."proportion.least" > -4611686018427387904
          AND "told"."growth.high" < 4611686018427387904
          AND "told"."growth.high" > -4611686018427387904
        )
        OR (
          "told"."proportion.most" < CAST("told"."growth.low" AS DECIMAL(38, 0)) + -2000
          AND "told"."proportion.unit" = "told"."growth.unit"
          AND "told"."proportion.most" < 4611686018427387904
          AND "told"."proportion.most" > -4611686018427387904
          AND "told"."growth.low" < 4611686018427387904
          AND "told"."growth.low" > -4611686018427387904
        )
      )
      AND "told"."value.unit" <> 'percent'
    )
    OR (
      CAST("told"."factor.least" AS DECIMAL(38, 0)) * 10 > CAST("told"."times.high" AS DECIMAL(38, 0)) * 11
      AND "told"."factor.unit" = "told"."times.unit"
      AND "told"."factor.least" < 4611686018427387904
      AND "told"."factor.least" > -4611686018427387904
      AND "told"."times.high" < 4611686018427387904
      AND "told"."times.high" > -4611686018427387904
    )
    OR (
      CAST("told"."factor.most" AS DECIMAL(38, 0)) * 11 < CAST("told"."times.low" AS DECIMAL(38, 0)) * 10
      AND "told"."factor.unit" = "told"."times.unit"
      AND "told"."factor.most" < 4611686018427387904
      AND "told"."factor.most" > -4611686018427387904
      AND "told"."times.low" < 4611686018427387904
      AND "told"."times.low" > -4611686018427387904
    )
  )
ORDER BY
  "told"."position"
