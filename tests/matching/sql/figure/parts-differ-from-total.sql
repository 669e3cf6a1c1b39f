SELECT
  "total"."position" AS "fact_1"
FROM "list" AS "total"
WHERE
  "total"."counts" = 'sum'
  AND (
    "total"."stance" = 'asserted' OR "total"."stance" = 'claimed'
  )
  AND (
    (
      "total"."listed.unit" = "total"."value.unit"
      AND "total"."listed.least" > "total"."value.most"
    )
    OR (
      "total"."complete" = 'yes'
      AND "total"."value.unit" = "total"."listed.unit"
      AND "total"."value.least" > "total"."listed.most"
    )
  )
ORDER BY
  "total"."position"
