SELECT
  "open"."position" AS "fact_1",
  "limited"."position" AS "fact_2"
FROM "position" AS "open", "position" AS "limited"
WHERE
  "open"."holder" = "limited"."holder"
  AND "open"."attitude" = 'open'
  AND "open"."conditional" IS NULL
  AND "limited"."conditional" = 'yes'
  AND (
    (
      (
        "limited"."attitude" = 'open' OR "limited"."attitude" = 'accepts'
      )
      AND "open"."topic" = "limited"."topic"
    )
    OR (
      "limited"."attitude" = 'requires' AND "open"."topic" = 'talks'
    )
  )
  AND (
    "open"."towards" IS NULL
    OR "limited"."towards" IS NULL
    OR "open"."towards" = "limited"."towards"
  )
  AND (
    (
      "open"."time.start" = "limited"."time.start"
      AND "open"."time.end" = "limited"."time.end"
    )
    OR (
      "open"."time.start" IS NULL
      AND "limited"."time.start" IS NULL
      AND (
        "open"."undated" IS NULL
        OR "limited"."undated" IS NULL
        OR (
          "open"."undated" = "limited"."undated"
          AND "open"."paragraph" = "limited"."paragraph"
        )
        OR "open"."article" <> "limited"."article"
      )
    )
    OR (
      "open"."time.start" IS NULL
      AND "limited"."time.anchor" = 'publication'
      AND "limited"."time.precision" = 'day'
    )
    OR (
      "limited"."time.start" IS NULL
      AND "open"."time.anchor" = 'publication'
      AND "open"."time.precision" = 'day'
    )
  )
  AND (
    (
      "open"."sentence" IS NULL
      OR "limited"."sentence" IS NULL
      OR "open"."sentence" <> "limited"."sentence"
    )
    OR (
      "open"."part" IS NULL
      OR "limited"."part" IS NULL
      OR "open"."part" <> "limited"."part"
    )
    OR (
      "open"."article" IS NULL
      OR "limited"."article" IS NULL
      OR "open"."article" <> "limited"."article"
    )
  )
  AND "open"."position" <> "limited"."position"
ORDER BY
  "open"."position",
  "limited"."position"
