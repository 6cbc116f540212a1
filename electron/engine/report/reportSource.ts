import type { ReportDocument } from '../../../shared/report/document.ts'

/** A report as it was made for a file: of which engagement, and where the journals of its papers ended. */
export type ReportSource = {
  engagementId: string
  document: ReportDocument
  heads: { deviceId: string; seq: number; hash: string }[]
}
