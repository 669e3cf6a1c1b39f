SELECT
  "denial"."position" AS "fact_1",
  "claim"."position" AS "fact_2"
FROM "quote" AS "denial", "quote" AS "claim"
WHERE
  "denial"."speaker" = "claim"."speaker"
  AND "denial"."speaker.named" = 'yes'
  AND "denial"."predicate" = "claim"."predicate"
  AND "denial"."predicate" <> 'be'
  AND "denial"."predicate" <> 'have'
  AND "denial"."predicate" <> 'do'
  AND "denial"."predicate" <> 'get'
  AND "denial"."predicate" <> 'go'
  AND "denial"."predicate" <> 'say'
  AND "denial"."predicate" <> 'make'
  AND "denial"."predicate" <> 'know'
  AND "denial"."predicate" <> 'think'
  AND "denial"."predicate" <> 'want'
  AND (
    "denial"."object" = "claim"."object"
    OR (
      "denial"."object" IS NULL
      AND "claim"."object" IS NULL
      AND "denial"."about" = "claim"."about"
    )
  )
  AND (
    "denial"."about" IS NULL
    OR "claim"."about" IS NULL
    OR "denial"."about" = "claim"."about"
  )
  AND (
    (
      "denial"."act" = 'denied' AND "denial"."polarity" = 'affirmed'
    )
    OR (
      (
        "denial"."act" = 'said' OR "denial"."act" = 'confirmed'
      )
      AND "denial"."polarity" = 'negated'
      AND "denial"."form" = "claim"."form"
      AND "denial"."source" IS NULL
      AND "claim"."source" IS NULL
    )
  )
  AND (
    "claim"."act" = 'said'
    OR "claim"."act" = 'confirmed'
    OR "claim"."act" = 'admitted'
  )
  AND "claim"."polarity" = 'affirmed'
  AND "denial"."condition" IS NULL
  AND "claim"."condition" IS NULL
  AND "denial"."sequence" IS NULL
  AND "claim"."sequence" IS NULL
  AND (
    (
      "denial"."time.start" = "claim"."time.start"
      AND "denial"."time.end" = "claim"."time.end"
    )
    OR (
      "denial"."time.start" IS NULL
      AND "claim"."time.start" IS NULL
      AND (
        "denial"."undated" IS NULL
        OR "claim"."undated" IS NULL
        OR (
          "denial"."undated" = "claim"."undated"
          AND "denial"."paragraph" = "claim"."paragraph"
        )
        OR "denial"."article" <> "claim"."article"
      )
    )
    OR (
      "denial"."time.start" IS NULL
      AND "claim"."time.anchor" = 'publication'
      AND "claim"."time.precision" = 'day'
    )
    OR (
      "claim"."time.start" IS NULL
      AND "denial"."time.anchor" = 'publication'
      AND "denial"."time.precision" = 'day'
    )
  )
  AND (
    "denial"."day.start" IS NULL
    OR "claim"."day.start" IS NULL
    OR (
      "denial"."day.start" < "claim"."day.end"
      AND "claim"."day.start" < "denial"."day.end"
    )
  )
  AND (
    "denial"."place" = "claim"."place"
    OR (
      "denial"."place" IS NULL AND "claim"."place" IS NULL
    )
  )
  AND (
    "denial"."figure.low" IS NULL
    OR "claim"."figure.low" IS NULL
    OR (
      "denial"."figure.unit" = "claim"."figure.unit"
      AND "denial"."figure.least" <= "claim"."figure.most"
      AND "claim"."figure.least" <= "denial"."figure.most"
    )
  )
  AND (
    (
      "denial"."sentence" IS NULL
      OR "claim"."sentence" IS NULL
      OR "denial"."sentence" <> "claim"."sentence"
    )
    OR (
      "denial"."part" IS NULL
      OR "claim"."part" IS NULL
      OR "denial"."part" <> "claim"."part"
    )
    OR (
      "denial"."article" IS NULL
      OR "claim"."article" IS NULL
      OR "denial"."article" <> "claim"."article"
    )
  )
  AND "denial"."position" <> "claim"."position"
ORDER BY
  "denial"."position",
  "claim"."position"
