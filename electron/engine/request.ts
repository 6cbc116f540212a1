import type { requestContract } from '../../shared/contract/request.ts'
import type { Handlers } from './handler.ts'
import { exportRegister, exportRequest } from './request/export.ts'
import { importAnswers } from './request/import.ts'
import { importRegister } from './request/importRegister.ts'
import { answersOfSample, describeRequest, listRequests } from './request/load.ts'
import {
  answerRequest,
  closeRequest,
  createRequest,
  removeRequest,
  reopenRequest,
  requestOfSample,
  updateRequest,
} from './request/save.ts'

export const request: Handlers<typeof requestContract> = {
  'request.create': createRequest,

  'request.fromSample': requestOfSample,

  'request.update': updateRequest,

  'request.answer': answerRequest,

  'request.close': closeRequest,

  'request.reopen': reopenRequest,

  'request.remove': removeRequest,

  'request.list': (params, { reader }) => listRequests(reader, params),

  'request.get': ({ requestId }, { reader }) => describeRequest(reader, requestId),

  'request.answersOfSample': ({ sampleId }, { reader }) => answersOfSample(reader, sampleId),

  'request.export': exportRequest,

  'request.exportRegister': exportRegister,

  'request.importRegister': importRegister,

  'request.import': importAnswers,
}
