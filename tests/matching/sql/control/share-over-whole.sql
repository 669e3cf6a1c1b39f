SELECT
  LIST_SORT(ARRAY_AGG("share"."position")) AS "members"
FROM "control" AS "share"
WHERE
  "share"."status" = 'holds'
  AND "share"."stance" = 'asserted'
  AND "share"."extent.unit" = 'percent'
  AND "share"."holder.named" = 'yes'
  AND (
    "share"."time.start" IS NULL
    OR (
      "share"."time.precision" = 'day' AND "share"."time.anchor" = 'publication'
    )
  )
  AND NOT "share"."article" IS NULL
  AND NOT "share"."place" IS NULL
GROUP BY
  "share"."article",
  "share"."place"
HAVING
  COUNT(*) >= 2
  AND COUNT("share"."extent.low") = COUNT(*)
  AND SUM(CAST("share"."extent.low" AS DECIMAL(38, 0))) > 101000
  AND COUNT("share"."extent.least") = COUNT(*)
  AND SUM(CAST("share"."extent.least" AS DECIMAL(38, 0))) > 100000
  AND COUNT("share"."holder") - COUNT(DISTINCT "share"."holder") = 0
ORDER BY
  MIN("share"."position")
