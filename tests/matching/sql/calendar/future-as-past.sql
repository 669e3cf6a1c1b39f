SELECT
  "told"."position" AS "fact_1"
FROM "event" AS "told"
WHERE
  (
    (
      "told"."tense" = 'past'
      AND "told"."lies" = 'ahead'
      AND (
        "told"."stance" = 'asserted' OR "told"."stance" = 'claimed'
      )
      AND "told"."event" <> 'announced'
      AND "told"."event" <> 'signed'
      AND "told"."event" <> 'cancelled'
      AND "told"."event" <> 'appointed'
      AND "told"."event" <> 'elected'
      AND "told"."event" <> 'dismissed'
      AND "told"."event" <> 'resigned'
    )
    OR (
      "told"."tense" = 'future'
      AND "told"."lies" = 'behind'
      AND "told"."stance" = 'possible'
    )
  )
ORDER BY
  "told"."position"
