SELECT
  "lead"."position" AS "fact_1",
  "ahead"."position" AS "fact_2",
  "behind"."position" AS "fact_3"
FROM "poll" AS "lead", "poll" AS "ahead", "poll" AS "behind"
WHERE
  "lead"."measure" = 'lead'
  AND "ahead"."measure" = 'vote'
  AND "behind"."measure" = 'vote'
  AND "lead"."contest" = "ahead"."contest"
  AND "ahead"."question" = "behind"."question"
  AND (
    (
      "lead"."time.start" = "ahead"."time.start"
      AND "lead"."time.end" = "ahead"."time.end"
    )
    OR (
      "lead"."time.start" IS NULL
      AND "ahead"."time.start" IS NULL
      AND (
        "lead"."undated" IS NULL
        OR "ahead"."undated" IS NULL
        OR (
          "lead"."undated" = "ahead"."undated" AND "lead"."paragraph" = "ahead"."paragraph"
        )
        OR "lead"."article" <> "ahead"."article"
      )
    )
    OR (
      "lead"."time.start" IS NULL
      AND "ahead"."time.anchor" = 'publication'
      AND "ahead"."time.precision" = 'day'
    )
    OR (
      "ahead"."time.start" IS NULL
      AND "lead"."time.anchor" = 'publication'
      AND "lead"."time.precision" = 'day'
    )
  )
  AND (
    (
      "ahead"."time.start" = "behind"."time.start"
      AND "ahead"."time.end" = "behind"."time.end"
    )
    OR (
      "ahead"."time.start" IS NULL
      AND "behind"."time.start" IS NULL
      AND (
        "ahead"."undated" IS NULL
        OR "behind"."undated" IS NULL
        OR (
          "ahead"."undated" = "behind"."undated"
          AND "ahead"."paragraph" = "behind"."paragraph"
        )
        OR "ahead"."article" <> "behind"."article"
      )
    )
    OR (
      "ahead"."time.start" IS NULL
      AND "behind"."time.anchor" = 'publication'
      AND "behind"."time.precision" = 'day'
    )
    OR (
      "behind"."time.start" IS NULL
      AND "ahead"."time.anchor" = 'publication'
      AND "ahead"."time.precision" = 'day'
    )
  )
  AND (
    "lead"."place" IS NULL
    OR "ahead"."place" IS NULL
    OR (
      "lead"."place.first" <= "ahead"."place.last"
      AND "ahead"."place.first" <= "lead"."place.last"
    )
  )
  AND (
    "ahead"."place" IS NULL
    OR "behind"."place" IS NULL
    OR (
      "ahead"."place.first" <= "behind"."place.last"
      AND "behind"."place.first" <= "ahead"."place.last"
    )
  )
  AND (
    "lead"."population" IS NULL
    OR "ahead"."population" IS NULL
    OR "lead"."population" = "ahead"."population"
  )
  AND (
    "ahead"."population" IS NULL
    OR "behind"."population" IS NULL
    OR "ahead"."population" = "behind"."population"
  )
  AND (
    "lead"."party" IS NULL
    OR "lead"."party" = "ahead"."party"
    OR "lead"."party" = "behind"."party"
    OR "ahead"."party" IS NULL
  )
  AND (
    "lead"."rival" IS NULL
    OR "lead"."rival" = "ahead"."party"
    OR "lead"."rival" = "behind"."party"
    OR "behind"."party" IS NULL
  )
  AND (
    "ahead"."party" IS NULL
    OR "behind"."party" IS NULL
    OR "ahead"."party" <> "behind"."party"
  )
  AND "lead"."stance" = 'asserted'
  AND "ahead"."stance" = 'asserted'
  AND "behind"."stance" = 'asserted'
  AND "ahead"."value.low" > "behind"."value.low"
  AND "ahead"."value.unit" = "behind"."value.unit"
  AND (
    (
      "lead"."value.least" > CAST("ahead"."value.most" AS DECIMAL(38, 0)) + CAST("behind"."value.least" AS DECIMAL(38, 0)) * -1
      AND "lead"."value.unit" = "ahead"."value.unit"
      AND "lead"."value.unit" = "behind"."value.unit"
      AND "lead"."value.least" < 4611686018427387904
      AND "lead"."value.least" > -4611686018427387904
      AND "ahead"."value.most" < 4611686018427387904
      AND "ahead"."value.most" > -4611686018427387904
      AND "behind"."value.least" < 4611686018427387904
      AND "behind"."value.least" > -4611686018427387904
    )
    OR (
      "lead"."value.most" < CAST("ahead"."value.least" AS DECIMAL(38, 0)) + CAST("behind"."value.most" AS DECIMAL(38, 0)) * -1
      AND "lead"."value.unit" = "ahead"."value.unit"
      AND "lead"."value.unit" = "behind"."value.unit"
      AND "lead"."value.most" < 4611686018427387904
      AND "lead"."value.most" > -4611686018427387904
      AND "ahead"."value.least" < 4611686018427387904
      AND "ahead"."value.least" > -4611686018427387904
      AND "behind"."value.most" < 4611686018427387904
      AND "behind"."value.most" > -4611686018427387904
    )
  )
  AND "lead"."position" <> "ahead"."position"
  AND "lead"."position" <> "behind"."position"
  AND "ahead"."position" <> "behind"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "poll" AS "third"
    WHERE
      "third"."question" = "behind"."question"
      AND "third"."measure" = 'vote'
      AND "third"."stance" = 'asserted'
      AND "third"."value.low" > "behind"."value.low"
      AND "third"."value.unit" = "behind"."value.unit"
      AND "third"."start" <> "ahead"."start"
      AND "third"."part" = "ahead"."part"
      AND "third"."article" = "ahead"."article"
      AND "lead"."position" <> "third"."position"
      AND "ahead"."position" <> "third"."position"
      AND "behind"."position" <> "third"."position"
  )
  AND NOT EXISTS(
    SELECT
      1
    FROM "poll" AS "other"
    WHERE
      "other"."contest" = "lead"."contest"
      AND "other"."measure" = 'lead'
      AND "other"."start" <> "lead"."start"
      AND "other"."part" = "lead"."part"
      AND "other"."article" = "lead"."article"
      AND "lead"."position" <> "other"."position"
      AND "ahead"."position" <> "other"."position"
      AND "behind"."position" <> "other"."position"
  )
ORDER BY
  "lead"."position",
  "ahead"."position",
  "behind"."position"
