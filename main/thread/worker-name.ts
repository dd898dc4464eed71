/** The name of the processes that do heavy work. Main ends them itself, so their end is no error. */
export const workerName = 'Stet worker';
