export { closest } from '../template/closest.ts';
