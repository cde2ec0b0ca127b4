using BenchmarkDotNet.Running;
using FashionRecs.Benchmarks.Inference;
using FashionRecs.Benchmarks.Load;

switch (args)
{
    case ["load", .. var options]:
        return await LoadTest.RunAsync(options);
    case ["inference", .. var options]:
        await InferenceComparison.RunAsync(options);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(LoadTest).Assembly).Run(args);
        return 0;
}
