SELECT
  "named"."position" AS "fact_1"
FROM "list" AS "named"
WHERE
  "named"."counts" = 'members'
  AND "named"."complete" = 'yes'
  AND (
    "named"."stance" = 'asserted' OR "named"."stance" = 'claimed'
  )
  AND "named"."value.unit" = "named"."listed.unit"
  AND (
    "named"."value.least" > "named"."listed.most"
    OR "named"."listed.least" > "named"."value.most"
  )
ORDER BY
  "named"."position"
