# `make run ELEMENT=elements/iptables` and `make test` are all that is needed; both install what
# is missing, say so, and use sudo when not root.

ELEMENT ?= elements/iptables
PREFIX ?= /usr/local
# Hooks see the environment, and what they see decides whether a layer can be used again.
unexport ELEMENT PREFIX

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run

# Building images needs root.
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
RELEASE := --configuration release --static-swift-stdlib
# The program that the tests run takes ten times as long without optimization. All that builds in this
# folder has the same flags, or each change of them builds everything anew.
TESTED := -Xswiftc -O
# Flags of its own need a build folder of its own.
STRICT := --scratch-path .build-strict

.PHONY: run
run: release ## Check ELEMENT: validate it, build it, test it in its chroot
	$(SUDO) .build/release/tie-check $(ELEMENT)

.PHONY: test
test: deps ## Run all tests, those that need root and the network too
	swift build --build-tests $(TESTED)
	$(SUDO) env PATH="$$PATH" REQUIRE_CAPABILITIES=root .ci/test --skip-build $(TESTED)

.PHONY: check
check: deps ## Formatting, warnings as errors, imports, and the tests that need no root
	swift format lint --strict --recursive Package.swift Sources Tests
	shellcheck --external-sources .ci/* Benchmarks/run Benchmarks/disks Benchmarks/compare-images Benchmarks/stand-ins/* lib/[a-z]*-[a-z]* lib/die lib/bin/*
	TIE_CHECK_STRICT=1 swift build $(STRICT) --build-tests \
	  --explicit-target-dependency-import-check error
	TIE_CHECK_STRICT=1 .ci/test $(STRICT) --skip-build --skip RootTests

.PHONY: golden
golden: deps ## Rewrite the golden files; review the difference like code
	TIE_RECORD=1 .ci/test $(TESTED) --skip RootTests
	git diff --stat -- Tests

.PHONY: docs
docs: deps ## Rewrite the pages that are made from the program
	swift run $(TESTED) tie-check write-documents docs

.PHONY: bench
bench: release ## Measure, see Benchmarks/
	$(SUDO) Benchmarks/run

.PHONY: install
install: release ## Install below PREFIX (and DESTDIR)
	install -D --strip .build/release/tie-check $(DESTDIR)$(PREFIX)/bin/tie-check
	for name in disk-image-create ramdisk-image-create diskimage-builder; do \
	  ln -sf tie-check $(DESTDIR)$(PREFIX)/bin/$$name; done
	ln -sf ../share/tie-check/lib/bin/element-info $(DESTDIR)$(PREFIX)/bin/element-info
	install -d $(DESTDIR)$(PREFIX)/share/tie-check
	cp -R --preserve=mode,links elements lib $(DESTDIR)$(PREFIX)/share/tie-check/

.PHONY: release
release: deps
	swift build $(RELEASE) --product tie-check

.PHONY: deps
deps: ## Install missing packages
	@.ci/deps

.PHONY: help
help: ## List the targets
	@sed -nE 's/^([a-z]+):.*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | column -t -s $$'\t'
