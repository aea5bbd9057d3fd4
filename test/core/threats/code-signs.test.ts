import assert from 'node:assert/strict';
import { CodeSigns } from '../../../src/core/threats/code-signs';
import { isLike } from '../../../src/core/threats/star';
import { testCatalogue } from '../../support/catalogue';

const signs = new CodeSigns(testCatalogue().threats);
const shown = (path: string, text: string) =>
  signs.inText(path, text).map(({ capability, what, range }) => `${capability} ${what} ${range.line}`);

describe('signs in code that nobody parsed', () => {
  const cases: readonly (readonly [path: string, text: string, expected: readonly string[]])[] = [
    ['web.py', '"""A page."""\nfrom fastapi import FastAPI\n', ['network-input web handler (fastapi) 2']],
    ['web.py', 'import streamlit as st\n', ['network-input chat page (streamlit) 1']],
    ['web.js', "const app = require('express')()\n", ['network-input web handler (express) 1']],
    ['web.ts', "import { Hono } from 'hono';\r\n", ['network-input web handler (hono) 1']],
    [
      'Web.java',
      'import org.springframework.web.bind.annotation.PostMapping;\n',
      ['network-input web handler (org.springframework.web) 1'],
    ],
    ['Web.cs', 'using Microsoft.AspNetCore.Mvc;\n', ['network-input web handler (Microsoft.AspNetCore) 1']],
    [
      'main.go',
      'import (\n\t"github.com/gin-gonic/gin"\n)\n',
      ['network-input web handler (github.com/gin-gonic/gin) 2'],
    ],
    ['main.rs', 'use axum::Router;\n', ['network-input web handler (axum) 1']],
    ['app/api/chat/route.ts', 'export {}\n', ['network-input web handler 1']],
    ['text.py', '# from fastapi import nothing\nimport fastapi_tools\n', []],
    ['text.js', "const words = 'use express';\n", []],
    ['long.js', `${'x'.repeat(500)} require('express')\n`, []],
  ];
  for (const [path, text, expected] of cases) {
    it(`${path}: ${text.trim().slice(0, 60).replace(/\s+/gu, ' ')}`, () => {
      assert.deepEqual(shown(path, text), expected);
    });
  }
});

describe('a pattern with stars', () => {
  const cases: readonly (readonly [pattern: string, text: string, expected: boolean])[] = [
    ['gpt-*', 'gpt-4o', true],
    ['gpt-*', 'my-gpt-4o', false],
    ['*Trainer', 'SFTTrainer', true],
    ['*ab*ab', 'ab', false],
    ['*ab*ab', 'xabyab', true],
    ['*', '', true],
    ['exact', 'exact', true],
    ['exact', 'exactly', false],
  ];
  for (const [pattern, text, expected] of cases) {
    it(`${pattern} ${expected ? 'is' : 'is not'} like ${text}`, () => assert.equal(isLike(pattern, text), expected));
  }
});
