using FashionRecs.Tests;
using TorchSharp;

[assembly: AssemblyFixture(typeof(TorchThreads))]

namespace FashionRecs.Tests;

/// <summary>
/// One torch thread: tiny networks gain nothing from more, and waiting threads spin, which starves tests that run beside them.
/// </summary>
public sealed class TorchThreads
{
    public TorchThreads()
    {
        FashionRecs.Vision.Torch.Runtime.TorchRuntime.EnsureLoaded();
        torch.set_num_threads(1);
    }
}
