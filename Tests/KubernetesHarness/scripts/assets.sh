#!/usr/bin/env bash
# Prints the folder that holds kube-apiserver and kube-controller-manager for the tests.
#
#   assets.sh
#
# KUBEBUILDER_ASSETS decides when it is set (setup-envtest fills one with a current server). Otherwise it is
# ${XDG_CACHE_HOME:-~/.cache}/keyshift/kubernetes-1.20.2; with KEYSHIFT_BUILD_KUBERNETES=1 an empty one is filled, once,
# by compiling Debian's own source package of Kubernetes with Debian's Go (about 8 minutes on two cores, 2 GB of temporary
# space, root for apt-get). Exit status 3: there are no assets, and nobody asked to build them.
set -euo pipefail

if [ -n "${KUBEBUILDER_ASSETS:-}" ]; then
  [ -x "$KUBEBUILDER_ASSETS/kube-apiserver" ] || {
    echo "KUBEBUILDER_ASSETS=$KUBEBUILDER_ASSETS holds no kube-apiserver" >&2
    exit 3
  }
  echo "$KUBEBUILDER_ASSETS"
  exit 0
fi

readonly go=/usr/lib/go-1.19
readonly version=v1.20.2
readonly package=kubernetes=1.20.5+really1.20.2-1.1+deb12u1
assets=${XDG_CACHE_HOME:-$HOME/.cache}/keyshift/kubernetes-1.20.2

install_tools() {
  local missing=()
  command -v etcd >/dev/null || missing+=(etcd-server)
  command -v python3 >/dev/null || missing+=(python3)
  command -v openssl >/dev/null || missing+=(openssl)
  if [ ! -x "$assets/kube-apiserver" ]; then
    [ -x $go/bin/go ] || missing+=(golang-1.19-go)
    command -v dpkg-source >/dev/null || missing+=(dpkg-dev)
  fi
  # Debian's own kubectl, for machines that have none.
  command -v kubectl >/dev/null || missing+=(kubernetes-client)
  [ ${#missing[@]} -eq 0 ] && return
  { apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >&2
}

# The package's source, from the same archive that this machine installs binaries from.
download_source() {
  local work=$1 lists=$1/lists
  mkdir -p "$lists/partial"
  if [ -e /etc/apt/sources.list.d/debian.sources ]; then
    sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources > "$work/src.sources"
  else
    sed -n 's/^deb /deb-src /p' /etc/apt/sources.list > "$work/src.list"
  fi
  local list
  list=$(ls "$work"/src.*)
  local options=(-o "Dir::Etc::sourcelist=$list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::Lists=$lists")
  apt-get "${options[@]}" update -qq
  (cd "$work" && apt-get "${options[@]}" source -qq --download-only "$package")
  mkdir -p "$work/gopath/src/k8s.io/kubernetes"
  tar xzf "$work"/kubernetes_*.orig.tar.gz -C "$work/gopath/src/k8s.io/kubernetes" --strip-components=1
}

# A release build generates the OpenAPI definitions before it compiles; the server does not link without them.
generate_definitions() {
  local work=$1 inputs
  go build -o "$work/openapi-gen" ./vendor/k8s.io/kube-openapi/cmd/openapi-gen
  inputs=$(grep -rl --include='*.go' '+k8s:openapi-gen=' pkg cmd \
    staging/src/k8s.io/{api,apimachinery,apiextensions-apiserver,apiserver,client-go,cloud-provider,component-base} \
    staging/src/k8s.io/{kube-aggregator,kube-controller-manager,kube-proxy,kube-scheduler,kubelet,metrics} |
    grep -v _test | xargs -n1 dirname | sort -u |
    sed 's#^staging/src/#k8s.io/kubernetes/vendor/#; s#^pkg/#k8s.io/kubernetes/pkg/#; s#^cmd/#k8s.io/kubernetes/cmd/#' |
    paste -sd,)
  "$work/openapi-gen" -i "$inputs" -p k8s.io/kubernetes/pkg/generated/openapi -O zz_generated.openapi \
    --go-header-file hack/boilerplate/boilerplate.generatego.txt -r "$work/violations.txt" 2>/dev/null
}

# Since Go 1.18 the runtime fills an iterator of a map that the caller made; this vendored library still expects to be
# given one, and the server would crash at the first custom resource.
repair_map_iteration() {
  local folder=vendor/github.com/modern-go/reflect2
  sed -i -e 's/^\(func mapiterinit(rtype unsafe.Pointer, m unsafe.Pointer\)) \*hiter$/\1, it *hiter)/' \
    -e 's|// rest fields are ignored|pointers [6]unsafe.Pointer; numbers [4]uintptr|' $folder/unsafe_link.go
  sed -i 's/mapiterinit(type2/startedIteration(type2/' $folder/unsafe_map.go
  cat >> $folder/unsafe_map.go <<'GO'

func startedIteration(rtype, m unsafe.Pointer) *hiter {
	it := new(hiter)
	mapiterinit(rtype, m, it)
	return it
}
GO
}

build() {
  local work
  work=$(mktemp -d)
  # shellcheck disable=SC2064  # the folder of now
  trap "rm -rf '$work'" EXIT
  download_source "$work"
  export PATH=$go/bin:$PATH GOPATH=$work/gopath GOCACHE=$work/cache GO111MODULE=off CGO_ENABLED=0 GOFLAGS=
  cd "$work/gopath/src/k8s.io/kubernetes"
  repair_map_iteration
  generate_definitions "$work"
  local variables=k8s.io/component-base/version flags="-s -w" prefix
  for prefix in "" k8s.io/kubernetes/vendor/; do
    flags+=" -X $prefix$variables.gitVersion=$version -X $prefix$variables.gitMajor=1 -X $prefix$variables.gitMinor=20"
  done
  mkdir -p "$assets"
  local program
  for program in kube-controller-manager kube-apiserver; do
    go build -ldflags "$flags" -o "$assets/.$program" "./cmd/$program"
    mv "$assets/.$program" "$assets/$program"
  done
}

if [ "${KEYSHIFT_BUILD_KUBERNETES:-}" = 1 ]; then
  mkdir -p "$assets"
  # Two test runs that start at once must not compile twice.
  exec 9> "$assets/.lock"
  flock 9
  install_tools
  [ -x "$assets/kube-apiserver" ] || build >&2
fi
[ -x "$assets/kube-apiserver" ] || {
  echo "no Kubernetes API server in $assets; set KEYSHIFT_BUILD_KUBERNETES=1 to build one there" >&2
  exit 3
}
echo "$assets"
