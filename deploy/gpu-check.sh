#!/usr/bin/env bash
# Whether pictures are read on this machine's GPU, and how fast: one command on a machine with an NVIDIA GPU, its driver and the .NET SDK.
#
#   bash deploy/gpu-check.sh [PICTURES]     PICTURES: a folder of photographs; default the drawn catalog's pictures
#
# BACKEND=cpu checks the script itself on a machine without a GPU. What it writes stays below artifacts/gpu-check.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
backend="${BACKEND:-cuda}" out=artifacts/gpu-check pictures="${1:-seed/catalog/pictures}"

if [ "$backend" = cuda ] && ! command -v nvidia-smi >/dev/null; then
  echo "There is no nvidia-smi here: install the NVIDIA driver first, or check the script alone with BACKEND=cpu." >&2
  exit 2
fi
[ -d "$pictures" ] || { echo "There is no folder $pictures." >&2; exit 2; }

rm -rf "$out"
mkdir -p "$out"
dotnet publish src/FashionRecs.Cli -c Release -p:TorchBackend="$backend" -o "$out/fashionrecs" -v q
tool=(dotnet "$out/fashionrecs/fashionrecs.dll")

"${tool[@]}" doctor | tee "$out/doctor.txt"
if [ "$backend" = cuda ] && ! grep -qi cuda "$out/doctor.txt"; then
  echo "Torch does not see the GPU: compare the driver's version of CUDA (nvidia-smi) with that of the package TorchSharp-cuda-linux." >&2
  exit 1
fi

for batch in 16 64; do
  "${tool[@]}" bench --images "$pictures" --count "${COUNT:-256}" --runs 3 --batch "$batch" | tee "$out/bench-$batch.txt"
done

# The same pictures on GPU and processor have to say the same.
"${tool[@]}" project "$pictures" --json "$out/gpu.jsonl" >/dev/null
CUDA_VISIBLE_DEVICES="" "${tool[@]}" project "$pictures" --json "$out/processor.jsonl" >/dev/null
tops() { grep -oE '"attribute":"[a-z_]+"|"top":"[^"]*"' "$1"; }
all=$(tops "$out/gpu.jsonl" | wc -l)
different=$(diff <(tops "$out/gpu.jsonl") <(tops "$out/processor.jsonl") | grep -c '^<' || true)
echo "Of $((all / 2)) readings of $(wc -l <"$out/gpu.jsonl") pictures, $different have another likeliest value on the processor." | tee "$out/agreement.txt"
echo "All of it is below $out."
