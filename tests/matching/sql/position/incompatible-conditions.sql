SELECT
  "demand"."position" AS "fact_1",
  "refusal"."position" AS "fact_2"
FROM "position" AS "demand", "position" AS "refusal"
WHERE
  "demand"."attitude" = 'requires'
  AND (
    "refusal"."attitude" = 'refuses' OR "refusal"."attitude" = 'rules-out'
  )
  AND "demand"."topic" = "refusal"."topic"
  AND "demand"."topic" <> 'talks'
  AND "demand"."topic" <> 'other'
  AND (
    "demand"."direction" = "refusal"."direction"
    OR (
      "demand"."direction" IS NULL AND "refusal"."direction" IS NULL
    )
  )
  AND "demand"."holder" <> "refusal"."holder"
  AND "demand"."holder.named" = 'yes'
  AND "refusal"."holder.named" = 'yes'
  AND (
    "demand"."towards" IS NULL
    OR "refusal"."holder" IS NULL
    OR "demand"."towards" = "refusal"."holder"
  )
  AND (
    "refusal"."towards" IS NULL
    OR "demand"."holder" IS NULL
    OR "refusal"."towards" = "demand"."holder"
  )
  AND "refusal"."conditional" IS NULL
  AND (
    "demand"."time.end" IS NULL
    OR "refusal"."time.start" IS NULL
    OR CAST("demand"."time.end" AS DECIMAL(38, 0)) + 29 > "refusal"."time.start"
  )
  AND (
    "refusal"."time.end" IS NULL
    OR "demand"."time.start" IS NULL
    OR CAST("refusal"."time.end" AS DECIMAL(38, 0)) + 29 > "demand"."time.start"
  )
  AND "demand"."stance" = 'asserted'
  AND "refusal"."stance" = 'asserted'
  AND "demand"."position" <> "refusal"."position"
ORDER BY
  "demand"."position",
  "refusal"."position"
