/**
 * Everything in one file, since VS Code takes no second in a browser. Node has the entry as a file of its own, and takes from this
 * one what the entry loads.
 */
export { activate } from './extension';
export { openFeatures } from './features';
