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
  AND "first"."counted" IS NULL
  AND (
    "first"."before" = "second"."before" OR "first"."after" = "second"."after"
  )
  AND "first"."said" <> "second"."said"
  AND (
    (
      "first"."time.start" IS NULL
      OR "second"."time.end" IS NULL
      OR "first"."time.start" >= "second"."time.end"
    )
    OR (
      "second"."time.start" IS NULL
      OR "first"."time.end" IS NULL
      OR "second"."time.start" >= "first"."time.end"
    )
  )
  AND "first"."position" <> "second"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "agreeing"
    WHERE
      "agreeing"."article" = "second"."article"
      AND (
        "agreeing"."said" = "first"."said"
        OR (
          "agreeing"."sort" = "first"."sort"
          AND "agreeing"."time.start" < "first"."time.end"
          AND "first"."time.start" < "agreeing"."time.end"
        )
      )
      AND (
        (
          "first"."before" IS NULL
          OR "second"."before" IS NULL
          OR "first"."before" <> "second"."before"
        )
        OR (
          "first"."after" IS NULL
          OR "second"."after" IS NULL
          OR "first"."after" <> "second"."after"
        )
        OR "agreeing"."before" = "first"."before"
        OR "agreeing"."after" = "first"."after"
      )
      AND "first"."position" <> "agreeing"."position"
      AND "second"."position" <> "agreeing"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "mention" AS "own"
    WHERE
      "own"."article" = "first"."article"
      AND "own"."said" = "second"."said"
      AND (
        (
          "first"."before" IS NULL
          OR "second"."before" IS NULL
          OR "first"."before" <> "second"."before"
        )
        OR (
          "first"."after" IS NULL
          OR "second"."after" IS NULL
          OR "first"."after" <> "second"."after"
        )
        OR "own"."before" = "second"."before"
        OR "own"."after" = "second"."after"
      )
      AND "first"."position" <> "own"."position"
      AND "second"."position" <> "own"."position"
  )
ORDER BY
  "first"."position",
  "second"."position"
