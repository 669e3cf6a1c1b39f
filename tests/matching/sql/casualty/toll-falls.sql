SELECT
  "earlier"."position" AS "fact_1",
  "later"."position" AS "fact_2"
FROM "casualty" AS "earlier", "casualty" AS "later"
WHERE
  "earlier"."toll" = 'stated'
  AND "later"."toll" = 'stated'
  AND "earlier"."measure" = "later"."measure"
  AND "earlier"."subject" = "later"."subject"
  AND "earlier"."article" = "later"."article"
  AND (
    "earlier"."place" IS NULL
    OR "later"."place" IS NULL
    OR (
      "earlier"."place.first" <= "later"."place.last"
      AND "later"."place.first" <= "earlier"."place.last"
    )
  )
  AND (
    "earlier"."source" IS NULL
    OR "later"."source" IS NULL
    OR "earlier"."source" = "later"."source"
  )
  AND "earlier"."stance" = 'asserted'
  AND "later"."stance" = 'asserted'
  AND "earlier"."time.end" <= "later"."time.start"
  AND (
    "earlier"."time.end" IS NULL
    OR "later"."time.start" IS NULL
    OR CAST("earlier"."time.end" AS DECIMAL(38, 0)) + 91 > "later"."time.start"
  )
  AND (
    "later"."time.end" IS NULL
    OR "earlier"."time.start" IS NULL
    OR CAST("later"."time.end" AS DECIMAL(38, 0)) + 91 > "earlier"."time.start"
  )
  AND "earlier"."value.unit" = "later"."value.unit"
  AND "earlier"."value.least" > "later"."value.most"
  AND "earlier"."position" <> "later"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "casualty" AS "revised"
    WHERE
      "revised"."article" = "later"."article"
      AND "revised"."toll" = 'revised'
      AND "earlier"."position" <> "revised"."position"
      AND "later"."position" <> "revised"."position"
  )
ORDER BY
  "earlier"."position",
  "later"."position"
