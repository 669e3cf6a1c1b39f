SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "name" AS "first", "name" AS "second"
WHERE
  "first"."person" = "second"."person"
  AND (
    "first"."given_name" IS NULL
    OR "second"."given_name" IS NULL
    OR "first"."given_name" = "second"."given_name"
  )
  AND "first"."spelling" <> "second"."spelling"
  AND "first"."position" < "second"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "name" AS "namesake"
    WHERE
      "namesake"."spelling" = "first"."spelling"
      AND "namesake"."given_name" <> "second"."given_name"
      AND "first"."position" <> "namesake"."position"
      AND "second"."position" <> "namesake"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "name" AS "namesake"
    WHERE
      "namesake"."spelling" = "second"."spelling"
      AND "namesake"."given_name" <> "first"."given_name"
      AND "first"."position" <> "namesake"."position"
      AND "second"."position" <> "namesake"."position"
  )
ORDER BY
  "first"."position",
  "second"."position"
