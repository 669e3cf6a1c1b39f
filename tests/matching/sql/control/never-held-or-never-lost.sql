SELECT
  "bound"."position" AS "fact_1",
  "event"."position" AS "fact_2"
FROM "control" AS "bound", "control" AS "event"
WHERE
  "bound"."place" = "event"."place"
  AND (
    (
      "bound"."continuity" = 'unbroken'
      AND "bound"."status" = 'holds'
      AND (
        (
          "event"."status" = 'lost' AND "event"."holder" = "bound"."holder"
        )
        OR (
          (
            "event"."status" = 'captured' OR "event"."status" = 'regained'
          )
          AND "event"."holder" <> "bound"."holder"
          AND "event"."holder.named" = 'yes'
          AND "bound"."holder.named" = 'yes'
        )
      )
    )
    OR (
      "bound"."continuity" = 'never'
      AND "event"."holder" = "bound"."holder"
      AND (
        "event"."status" = 'holds'
        OR "event"."status" = 'captured'
        OR "event"."status" = 'regained'
        OR "event"."status" = 'lost'
      )
    )
  )
  AND "bound"."stance" = 'asserted'
  AND "event"."stance" = 'asserted'
  AND "bound"."extent.low" IS NULL
  AND "event"."extent.low" IS NULL
  AND (
    "bound"."time.start" IS NULL
    OR (
      "bound"."continuity" = 'unbroken' AND "event"."time.start" > "bound"."time.start"
    )
  )
  AND "bound"."position" <> "event"."position"
  AND NOT EXISTS(
    SELECT
      1
    FROM "control" AS "retaken"
    WHERE
      "bound"."continuity" = 'unbroken'
      AND (
        "retaken"."status" = 'captured' OR "retaken"."status" = 'regained'
      )
      AND "retaken"."holder" = "bound"."holder"
      AND "retaken"."place.first" <= "bound"."place.last"
      AND "bound"."place.first" <= "retaken"."place.last"
      AND (
        "event"."time.end" <= "retaken"."time.start"
        OR "retaken"."time.start" IS NULL
        OR "event"."time.start" IS NULL
      )
      AND "bound"."position" <> "retaken"."position"
      AND "event"."position" <> "retaken"."position"
  )
ORDER BY
  "bound"."position",
  "event"."position"
