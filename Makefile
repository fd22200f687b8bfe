# make        installs what is missing, builds, and generates the demonstration column into public/
# make test   installs what the tests need and runs every test
# make fuzz   gives a million mutated inputs to each reader (see Tests/Fuzzing/README.md)
# make dist   makes .build/dist/fuwen, one file that runs on any Debian 12, and a Debian package
# make manual builds the manual into .build/manual/, open index.html there; make docs the modules' into .build/docs/
# make bench  measures against Hugo and a plain C program (see Tests/Benchmarks/README.md)

SHELL := /bin/bash
PACKAGES := libcmark-gfm-dev libcmark-gfm-extensions-dev libexpat1-dev libjemalloc-dev libxlsxwriter-dev libyaml-dev \
  libzip-dev nettle-dev
TEST_PACKAGES := python3-venv chromium chromium-headless-shell curl fonts-noto-cjk default-jre-headless nginx pandoc \
  libreoffice-calc-nogui libreoffice-writer-nogui rsync
PYTHON := .venv/bin/python3
# Those that take longest first, as two files of tests run at a time.
PYTHON_TESTS := $(addprefix Tests/,Browser Faults Scale Manual Import Ledgers Figures)
DIST_PACKAGES := cmake dpkg-dev gcc libjemalloc-dev mmdebstrap zlib1g-dev
FUWEN := .build/release/fuwen
DIST := .build/dist

.PHONY: site build test manual docs fuzz dist bench clean packages test-packages

site: build
	$(FUWEN) build

build: packages
	swift build -c release --static-swift-stdlib --product fuwen

# What waits for the network goes on beside the compiler. Nobody debugs here: without a debugger's lines the tests compile
# sooner.
test:
	$(MAKE) --jobs 2 build test-packages
	FUWEN_PYTHON=$(PYTHON) swift test --parallel -Xswiftc -gnone
	FUWEN=$(FUWEN) $(PYTHON) -m pytest -q -rs -n 2 --dist loadscope --no-loadscope-reorder $(PYTHON_TESTS)
	Sources/Manual/docs .build/docs
	swift build -c release --static-swift-stdlib --product fuzz
	.build/release/fuzz --inputs 2000
	swift format lint --strict --recursive Sources Tests Package.swift

manual: build
	FUWEN=$(FUWEN) Sources/Manual/build .build/manual

docs: build
	Sources/Manual/docs .build/docs

fuzz: packages
	swift build -c release --static-swift-stdlib --product fuzz
	.build/release/fuzz

dist: packages
	$(call install,$(DIST_PACKAGES))
	Sources/Packaging/static-libraries $(DIST)/lib
	swift build -c release --static-swift-stdlib --product fuwen -Xlinker -L$(CURDIR)/$(DIST)/lib -Xlinker -lz
	strip -o $(DIST)/fuwen $(FUWEN)
	FUWEN=$(DIST)/fuwen Sources/Manual/build .build/manual
	Sources/Packaging/package $(DIST)/fuwen .build/manual $(DIST)
	Sources/Packaging/try $(DIST)/fuwen $(DIST)/*.deb

bench: test-packages build
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r Tests/Benchmarks/requirements.txt
	$(PYTHON) Tests/Benchmarks/run

clean:
	rm -rf .build .venv

# Only what is missing is installed, so that a machine that has it all needs no network.
define install
	@missing=; for package in $(1); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	  $$sudo apt-get update -q && $$sudo env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $$missing; \
	fi
endef

packages:
	$(call install,$(PACKAGES))

# After the others, as two installations at a time are one too many.
test-packages: .venv/ready
	$(call install,$(TEST_PACKAGES))

.venv/ready: Tests/requirements.txt | packages
	$(call install,python3-venv)
	python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r Tests/requirements.txt
	touch $@
