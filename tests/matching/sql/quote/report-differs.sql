SELECT
  "report"."position" AS "fact_1",
  "words"."position" AS "fact_2"
FROM "quote" AS "report", "quote" AS "words"
WHERE
  "report"."speaker" = "words"."speaker"
  AND "words"."speaker.named" = 'yes'
  AND (
    "report"."about" IS NULL
    OR "words"."about" IS NULL
    OR "report"."about" = "words"."about"
  )
  AND (
    "report"."object" IS NULL
    OR "words"."object" IS NULL
    OR "report"."object" = "words"."object"
  )
  AND "report"."form" = 'reported'
  AND (
    "words"."form" = 'direct' OR NOT "report"."source" IS NULL
  )
  AND (
    "words"."source" IS NULL OR "words"."form" = 'direct'
  )
  AND (
    (
      "report"."sentence" IS NULL
      OR "words"."sentence" IS NULL
      OR "report"."sentence" <> "words"."sentence"
    )
    OR (
      "report"."part" IS NULL
      OR "words"."part" IS NULL
      OR "report"."part" <> "words"."part"
    )
    OR (
      "report"."article" IS NULL
      OR "words"."article" IS NULL
      OR "report"."article" <> "words"."article"
    )
  )
  AND (
    "report"."act" = 'said'
    OR "report"."act" = 'confirmed'
    OR "report"."act" = 'warned'
    OR "report"."act" = 'promised'
  )
  AND (
    "words"."act" = 'said'
    OR "words"."act" = 'confirmed'
    OR "words"."act" = 'warned'
    OR "words"."act" = 'promised'
  )
  AND "report"."sequence" IS NULL
  AND "words"."sequence" IS NULL
  AND (
    (
      "report"."time.start" = "words"."time.start"
      AND "report"."time.end" = "words"."time.end"
    )
    OR (
      "report"."time.start" IS NULL
      AND "words"."time.start" IS NULL
      AND (
        "report"."undated" IS NULL
        OR "words"."undated" IS NULL
        OR (
          "report"."undated" = "words"."undated"
          AND "report"."paragraph" = "words"."paragraph"
        )
        OR "report"."article" <> "words"."article"
      )
    )
    OR (
      "report"."time.start" IS NULL
      AND "words"."time.anchor" = 'publication'
      AND "words"."time.precision" = 'day'
    )
    OR (
      "words"."time.start" IS NULL
      AND "report"."time.anchor" = 'publication'
      AND "report"."time.precision" = 'day'
    )
  )
  AND (
    (
      (
        "report"."condition" = 'only-after' OR "report"."condition" = 'only-if'
      )
      AND NOT "report"."source" IS NULL
      AND "report"."about" = "words"."about"
      AND NOT "words"."condition" IS NULL
      AND "report"."condition_about" <> "words"."condition_about"
    )
    OR (
      "report"."condition" IS NULL
      AND "words"."condition" IS NULL
      AND "report"."predicate" = "words"."predicate"
      AND "report"."predicate" <> 'be'
      AND "report"."predicate" <> 'have'
      AND "report"."predicate" <> 'do'
      AND "report"."predicate" <> 'get'
      AND "report"."predicate" <> 'go'
      AND "report"."predicate" <> 'say'
      AND "report"."predicate" <> 'make'
      AND "report"."predicate" <> 'know'
      AND "report"."predicate" <> 'think'
      AND "report"."predicate" <> 'want'
      AND (
        "report"."place" = "words"."place"
        OR (
          "report"."place" IS NULL AND "words"."place" IS NULL
        )
      )
      AND (
        (
          (
            "report"."day.end" <= "words"."day.start"
            OR "words"."day.end" <= "report"."day.start"
          )
          AND "report"."about" = "words"."about"
        )
        OR (
          (
            (
              "report"."day.start" = "words"."day.start"
              AND "report"."day.end" = "words"."day.end"
            )
            OR (
              "report"."day.start" IS NULL AND "words"."day.start" IS NULL
            )
          )
          AND (
            (
              "report"."figure.unit" = "words"."figure.unit"
              AND (
                "report"."figure.least" > "words"."figure.most"
                OR "words"."figure.least" > "report"."figure.most"
              )
              AND "report"."counted" = "words"."counted"
            )
            OR (
              "report"."polarity" <> "words"."polarity"
              AND (
                "report"."figure.low" IS NULL
                OR "words"."figure.low" IS NULL
                OR (
                  "report"."figure.unit" = "words"."figure.unit"
                  AND "report"."figure.least" <= "words"."figure.most"
                  AND "words"."figure.least" <= "report"."figure.most"
                )
              )
              AND (
                "report"."about" = "words"."about" OR "report"."object" = "words"."object"
              )
            )
          )
        )
      )
    )
  )
  AND "report"."position" <> "words"."position"
ORDER BY
  "report"."position",
  "words"."position"
