SELECT
  "told"."position" AS "fact_1"
FROM "poll" AS "told"
WHERE
  (
    "told"."measure" = 'seats' OR "told"."measure" = 'delegates'
  )
  AND "told"."value.least" > "told"."total.most"
  AND "told"."value.unit" = "told"."total.unit"
ORDER BY
  "told"."position"
