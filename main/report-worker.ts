import { parentPort } from 'node:worker_threads';
import { makeReport, type ReportJob } from '../shared/reports/make-report';

// One report after the other: each message is a job, and has one answer.
parentPort?.on('message', (job: ReportJob) => parentPort?.postMessage(makeReport(job)));
