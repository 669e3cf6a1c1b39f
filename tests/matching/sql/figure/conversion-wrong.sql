SELECT
  "told"."position" AS "fact_1"
FROM "conversion" AS "told"
WHERE
  (
    "told"."dimension" = 'length'
    OR "told"."dimension" = 'area'
    OR "told"."dimension" = 'mass'
    OR "told"."dimension" = 'volume'
    OR "told"."dimension" = 'speed'
    OR "told"."dimension" = 'temperature'
  )
  AND (
    (
      "told"."dimension" <> 'temperature'
      AND (
        (
          CAST("told"."value.least" AS DECIMAL(38, 0)) * 10 > CAST("told"."equivalent.most" AS DECIMAL(38, 0)) * 11
          AND "told"."value.unit" = "told"."equivalent.unit"
          AND "told"."value.least" < 4611686018427387904
          AND "told"."value.least" > -4611686018427387904
          AND "told"."equivalent.most" < 4611686018427387904
          AND "told"."equivalent.most" > -4611686018427387904
        )
        OR (
          CAST("told"."equivalent.least" AS DECIMAL(38, 0)) * 10 > CAST("told"."value.most" AS DECIMAL(38, 0)) * 11
          AND "told"."equivalent.unit" = "told"."value.unit"
          AND "told"."equivalent.least" < 4611686018427387904
          AND "told"."equivalent.least" > -4611686018427387904
          AND "told"."value.most" < 4611686018427387904
          AND "told"."value.most" > -4611686018427387904
        )
      )
    )
    OR (
      "told"."dimension" = 'temperature'
      AND (
        (
          "told"."value.least" > CAST("told"."equivalent.most" AS DECIMAL(38, 0)) + 1000
          AND "told"."value.unit" = "told"."equivalent.unit"
          AND "told"."value.least" < 4611686018427387904
          AND "told"."value.least" > -4611686018427387904
          AND "told"."equivalent.most" < 4611686018427387904
          AND "told"."equivalent.most" > -4611686018427387904
        )
        OR (
          "told"."equivalent.least" > CAST("told"."value.most" AS DECIMAL(38, 0)) + 1000
          AND "told"."equivalent.unit" = "told"."value.unit"
          AND "told"."equivalent.least" < 4611686018427387904
          AND "told"."equivalent.least" > -4611686018427387904
          AND "told"."value.most" < 4611686018427387904
          AND "told"."value.most" > -4611686018427387904
        )
      )
      AND (
        (
          "told"."value.low" IS NULL
          OR "told"."equivalent.low" IS NULL
          OR CAST("told"."value.low" AS DECIMAL(38, 0)) + CAST("told"."equivalent.low" AS DECIMAL(38, 0)) * -1 <= 16800
        )
        OR (
          "told"."value.low" IS NULL
          OR "told"."equivalent.low" IS NULL
          OR CAST("told"."value.low" AS DECIMAL(38, 0)) + CAST("told"."equivalent.low" AS DECIMAL(38, 0)) * -1 >= 18800
        )
      )
      AND (
        (
          "told"."equivalent.low" IS NULL
          OR "told"."value.low" IS NULL
          OR CAST("told"."equivalent.low" AS DECIMAL(38, 0)) + CAST("told"."value.low" AS DECIMAL(38, 0)) * -1 <= 16800
        )
        OR (
          "told"."equivalent.low" IS NULL
          OR "told"."value.low" IS NULL
          OR CAST("told"."equivalent.low" AS DECIMAL(38, 0)) + CAST("told"."value.low" AS DECIMAL(38, 0)) * -1 >= 18800
        )
      )
    )
  )
ORDER BY
  "told"."position"
