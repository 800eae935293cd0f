import base44 from 'eslint-plugin-base44';
import { defineConfig } from 'eslint/config';

export default defineConfig({ plugins: { base44 }, extends: ['base44/recommended'] });
