SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "mention" AS "first", "mention" AS "second"
WHERE
  (
    "first"."article" IS NULL
    OR "second"."article" IS NULL
    OR "first"."article" <> "second"."article"
  )
  AND "first"."sort" = "second"."sort"
  AND "first"."counted" = "second"."counted"
  AND (
    "first"."before" = "second"."before" OR "first"."after" = "second"."after"
  )
  AND "first"."said" <> "second"."said"
  AND "first"."position" < "second"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "agreeing"
    WHERE
      "agreeing"."article" = "second"."article"
      AND "agreeing"."sort" = "first"."sort"
      AND "agreeing"."said" = "first"."said"
      AND "first"."position" <> "agreeing"."position"
      AND "second"."position" <> "agreeing"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "own"
    WHERE
      "own"."article" = "first"."article"
      AND "own"."sort" = "second"."sort"
      AND "own"."said" = "second"."said"
      AND "first"."position" <> "own"."position"
      AND "second"."position" <> "own"."position"
  )
ORDER BY
  "first"."position",
  "second"."position"
