SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "name" AS "first", "name" AS "second"
WHERE
  "first"."person" = "second"."person"
  AND "first"."article" = "second"."article"
  AND (
    "first"."given_name" IS NULL
    OR "second"."given_name" IS NULL
    OR "first"."given_name" = "second"."given_name"
  )
  AND (
    "first"."title" = 'president'
    OR "first"."title" = 'prime minister'
    OR "first"."title" = 'premier'
    OR "first"."title" = 'chancellor'
    OR "first"."title" = 'king'
    OR "first"."title" = 'queen'
    OR "first"."title" = 'pope'
    OR "first"."title" = 'foreign minister'
    OR "first"."title" = 'defense minister'
    OR "first"."title" = 'interior minister'
    OR "first"."title" = 'finance minister'
    OR "first"."title" = 'justice minister'
    OR "first"."title" = 'health minister'
    OR "first"."title" = 'education minister'
    OR "first"."title" = 'mayor'
    OR "first"."title" = 'governor'
    OR "first"."title" = 'senator'
  )
  AND (
    "second"."title" = 'president'
    OR "second"."title" = 'prime minister'
    OR "second"."title" = 'premier'
    OR "second"."title" = 'chancellor'
    OR "second"."title" = 'king'
    OR "second"."title" = 'queen'
    OR "second"."title" = 'pope'
    OR "second"."title" = 'foreign minister'
    OR "second"."title" = 'defense minister'
    OR "second"."title" = 'interior minister'
    OR "second"."title" = 'finance minister'
    OR "second"."title" = 'justice minister'
    OR "second"."title" = 'health minister'
    OR "second"."title" = 'education minister'
    OR "second"."title" = 'mayor'
    OR "second"."title" = 'governor'
    OR "second"."title" = 'senator'
  )
  AND "first"."title" <> "second"."title"
  AND (
    (
      (
        "first"."title" IS NULL OR "first"."title" <> 'prime minister'
      )
      AND (
        "first"."title" IS NULL OR "first"."title" <> 'premier'
      )
    )
    OR (
      (
        "second"."title" IS NULL OR "second"."title" <> 'prime minister'
      )
      AND (
        "second"."title" IS NULL OR "second"."title" <> 'premier'
      )
    )
  )
  AND "first"."position" < "second"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "name" AS "namesake"
    WHERE
      "namesake"."person" = "first"."person"
      AND "namesake"."given_name" <> "first"."given_name"
      AND "first"."position" <> "namesake"."position"
      AND "second"."position" <> "namesake"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "name" AS "namesake"
    WHERE
      "namesake"."person" = "second"."person"
      AND "namesake"."given_name" <> "second"."given_name"
      AND "first"."position" <> "namesake"."position"
      AND "second"."position" <> "namesake"."position"
  )
ORDER BY
  "first"."position",
  "second"."position"
