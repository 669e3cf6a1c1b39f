SELECT
  "called"."position" AS "fact_1"
FROM "poll" AS "called"
WHERE
  "called"."worded.low" >= 50000
  AND (
    "called"."worded.hedge" = 'over' OR "called"."worded.hedge" = 'at least'
  )
  AND "called"."value.most" < 50000
ORDER BY
  "called"."position"
