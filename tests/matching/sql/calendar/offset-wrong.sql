SELECT
  "told"."position" AS "fact_1"
FROM "calendar" AS "told"
WHERE
  "told"."form" = 'offset'
  AND (
    "told"."stance" = 'asserted' OR "told"."stance" = 'claimed'
  )
  AND "told"."stated.unit" = "told"."computed.unit"
  AND (
    "told"."stated.least" > "told"."computed.most"
    OR "told"."computed.least" > "told"."stated.most"
  )
ORDER BY
  "told"."position"
