using BenchmarkDotNet.Running;
using FashionRecs.Benchmarks.Load;

if (args is ["load", .. var options])
{
    return await LoadTest.RunAsync(options);
}

BenchmarkSwitcher.FromAssembly(typeof(LoadTest).Assembly).Run(args);
return 0;
