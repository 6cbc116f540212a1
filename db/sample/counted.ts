/** Common table `items (sample_id, n)`: how many items of each sample of an engagement count. The index by engagement holds all of it. */
export const countedItems = `items AS MATERIALIZED (
  SELECT sample_id, count(*) AS n FROM sample_item
  WHERE engagement_id = @engagementId AND deleted = 0 AND replaced_because IS NULL GROUP BY sample_id)`

/** Common table `left_out (id)`: items of an engagement that do not count, since they were replaced or are hidden; said as its index says it. */
export const leftOutItems = `left_out AS MATERIALIZED (
  SELECT id FROM sample_item WHERE engagement_id = @engagementId AND (replaced_because IS NOT NULL OR deleted = 1))`
