SELECT
  "told"."position" AS "fact_1"
FROM "conversion" AS "told"
WHERE
  "told"."dimension" = 'clock'
  AND (
    (
      "told"."value.low" > "told"."equivalent.high"
      AND "told"."value.unit" = "told"."equivalent.unit"
    )
    OR (
      "told"."equivalent.low" > "told"."value.high"
      AND "told"."equivalent.unit" = "told"."value.unit"
    )
  )
ORDER BY
  "told"."position"
