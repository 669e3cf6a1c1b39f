SELECT
  "first"."position" AS "fact_1",
  "second"."position" AS "fact_2"
FROM "quote" AS "first", "quote" AS "second"
WHERE
  "first"."words" = "second"."words"
  AND "first"."form" = 'direct'
  AND "second"."form" = 'direct'
  AND "first"."speaker" <> "second"."speaker"
  AND "first"."speaker.named" = 'yes'
  AND "second"."speaker.named" = 'yes'
  AND (
    (
      "first"."sentence" IS NULL
      OR "second"."sentence" IS NULL
      OR "first"."sentence" <> "second"."sentence"
    )
    OR (
      "first"."part" IS NULL
      OR "second"."part" IS NULL
      OR "first"."part" <> "second"."part"
    )
    OR (
      "first"."article" IS NULL
      OR "second"."article" IS NULL
      OR "first"."article" <> "second"."article"
    )
  )
  AND NOT "first"."predicate" IS NULL
  AND (
    NOT "first"."object" IS NULL OR NOT "first"."about" IS NULL
  )
  AND "first"."position" <> "second"."position"
ORDER BY
  "first"."position",
  "second"."position"
