SELECT
  "figure"."position" AS "fact_1"
FROM "casualty" AS "figure"
WHERE
  "figure"."evidential" <> 'reportedly'
  AND "figure"."evidential" <> 'allegedly'
  AND "figure"."evidential" <> 'apparently'
  AND "figure"."evidential" <> 'supposedly'
  AND "figure"."evidential" <> 'purportedly'
  AND "figure"."source" IS NULL
  AND "figure"."part" = 'text'
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "sourced"
    WHERE
      NOT "sourced"."source" IS NULL
      AND "sourced"."article" = "figure"."article"
      AND "sourced"."measure" = "figure"."measure"
      AND (
        "sourced"."value.low" IS NULL
        OR "figure"."value.low" IS NULL
        OR (
          "sourced"."value.unit" = "figure"."value.unit"
          AND "sourced"."value.least" <= "figure"."value.most"
          AND "figure"."value.least" <= "sourced"."value.most"
        )
      )
      AND "figure"."position" <> "sourced"."position"
  )
ORDER BY
  "figure"."position"
