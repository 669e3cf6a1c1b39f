SELECT
  "lasting"."position" AS "fact_1"
FROM "calendar" AS "lasting"
WHERE
  "lasting"."form" = 'span'
  AND (
    "lasting"."stance" = 'asserted' OR "lasting"."stance" = 'claimed'
  )
  AND "lasting"."stated.unit" = "lasting"."computed.unit"
  AND (
    "lasting"."stated.least" > "lasting"."computed.most"
    OR "lasting"."computed.least" > "lasting"."stated.most"
  )
ORDER BY
  "lasting"."position"
