import type { ElementTools } from './element-tools';
import type { GeometryTools } from './geometry-tools';

/** Tools that the functions in the window share. They are sent there as source text, so they can't import anything. */
export interface PageTools extends ElementTools, GeometryTools {}
