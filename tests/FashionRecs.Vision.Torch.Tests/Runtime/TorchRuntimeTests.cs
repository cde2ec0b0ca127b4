using FashionRecs.Vision.Torch.Runtime;
using TorchSharp;
using static TorchSharp.torch;

namespace FashionRecs.Vision.Torch.Tests.Runtime;

public class TorchRuntimeTests
{
    [Fact]
    public void EnsureLoaded_ThisMachine_ConvolutionAndItsBackwardPassRun()
    {
        TorchRuntime.EnsureLoaded();
        using var scope = NewDisposeScope();
        var picture = arange(9, dtype: ScalarType.Float32).reshape(1, 1, 3, 3);
        var kernel = nn.Parameter(ones(1, 1, 2, 2));

        var output = nn.functional.conv2d(picture, kernel);
        output.sum().backward();

        Assert.Equal([8f, 12f, 20f, 24f], output.data<float>().ToArray());
        Assert.Equal([8f, 12f, 20f, 24f], kernel.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Apply_LibraryThatNeedsNothing_ChangesNothing()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libLibTorchSharp.so");
        Assert.SkipUnless(File.Exists(path), "The native torch library of Linux is only there on Linux.");
        TorchRuntime.EnsureLoaded();
        var bytes = File.ReadAllBytes(path);
        LibTorchSharpPatch.Apply(bytes); // once more, in case this system did not need it
        var patched = bytes.ToArray();

        Assert.False(LibTorchSharpPatch.Apply(patched));
        Assert.Equal(bytes, patched);
    }

    [Fact]
    public void Apply_NotALibrary_SaysSo()
    {
        var exception = Assert.Throws<InvalidDataException>(() => LibTorchSharpPatch.Apply(new byte[100]));
        Assert.Contains("not a 64-bit", exception.Message);
    }
}
