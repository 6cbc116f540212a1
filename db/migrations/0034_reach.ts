import type { Migration } from './migration.ts'

/**
 * A list of one engagement, or of one control, reads its own rows alone, however many other engagements the store holds: each
 * table that grows with an engagement is found by it. The indexes of attributes, items and results hold all that counting asks for.
 */
export const reach: Migration = {
  number: 34,
  name: 'reach',
  sql: `
CREATE INDEX attribute_by_engagement ON attribute (engagement_id, procedure_id, deleted);
CREATE INDEX check_decision_by_engagement ON check_decision (engagement_id);
CREATE INDEX control_version_by_engagement ON control_version (engagement_id, control_id, effective_on);
CREATE INDEX coverage_note_by_engagement ON coverage_note (engagement_id);
CREATE INDEX deviation_compensation_by_engagement ON deviation_compensation (engagement_id);
CREATE INDEX evidence_link_by_engagement ON evidence_link (engagement_id);
CREATE INDEX evidence_mark_by_engagement ON evidence_mark (engagement_id);
CREATE INDEX prior_period_by_engagement ON prior_period (engagement_id);
CREATE INDEX request_answer_by_engagement ON request_answer (engagement_id);
CREATE INDEX result_tickmark_by_engagement ON result_tickmark (engagement_id);
CREATE INDEX review_response_by_engagement ON review_response (engagement_id);
CREATE INDEX sample_control_by_engagement ON sample_control (engagement_id);
CREATE INDEX settlement_by_engagement ON settlement (engagement_id);
CREATE INDEX sign_off_withdrawal_by_engagement ON sign_off_withdrawal (engagement_id);
CREATE INDEX warning_answer_by_engagement ON warning_answer (engagement_id);

CREATE INDEX sample_item_by_engagement ON sample_item (engagement_id, sample_id, deleted, replaced_because, row);
CREATE INDEX sample_item_left_out ON sample_item (engagement_id, id) WHERE replaced_because IS NOT NULL OR deleted = 1;
DROP INDEX result_by_procedure;
CREATE INDEX result_by_procedure ON result (procedure_id, sample_item_id, attribute, outcome, deleted, "by");
DROP INDEX result_by_outcome;
CREATE INDEX result_by_outcome ON result (engagement_id, outcome, deleted);

CREATE INDEX deviation_of_control ON deviation (control_id);
CREATE INDEX procedure_of_control ON procedure (control_id);
CREATE INDEX sample_of_control ON sample (control_id);
CREATE INDEX walkthrough_of_control ON walkthrough (control_id);
`,
}
