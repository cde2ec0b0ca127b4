using FashionRecs.Cli;
using FashionRecs.Cli.Commands;
using FashionRecs.Cli.Import;
using FashionRecs.Tests;
using FashionRecs.Vision.Imaging;
using SkiaSharp;

namespace FashionRecs.Cli.Tests.Commands;

/// <summary>Preview and import judge pictures in the same place, so that one finds what the other does.</summary>
public sealed class DamagedPictureTests : IDisposable
{
    private readonly TestShop shop = new();

    public void Dispose() => shop.Dispose();

    [Fact]
    public async Task Preview_DamagedPictures_AreRefusedWithLineAndProduct()
    {
        var list = HandIn();
        using var output = new StringWriter();

        await ImportCommand.PreviewAsync(new ImportRequest(list, Images) { Database = shop.Database }, Projector.Fingerprint,
            new PictureInspector(), output, CancellationToken.None);

        var lines = output.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("line 2, product '1': new", lines[0]);
        Assert.Equal("line 3, product '2': refused, The picture is damaged: part of it is missing or wrong.", lines[1]);
        Assert.Equal("line 4, product '3': refused, The picture is damaged: part of it is missing or wrong.", lines[2]);
        Assert.Equal("line 5, product '4': new, no garment was found in the picture: it is all of one colour", lines[3]);
        Assert.Equal("2 new, 0 changed, 0 unchanged, 2 refused; nothing was changed.", lines[4]);
    }

    [Fact]
    public async Task Run_DamagedPictures_DoesWhatThePreviewSays()
    {
        Assert.Equal(ExitCode.Partial, await ImportCommand.RunAsync(new ImportRequest(HandIn(), Images) { Database = shop.Database },
            Projector, new PictureInspector(), CancellationToken.None));

        Assert.Equal(["1", "4"], (await shop.Shop.CatalogAsync()).Items.Select(item => item.Product.Id));
    }

    private static FakeProjector Projector => new(TestShop.Value("sleeve_length", "Long Sleeves"));

    private string Images => Directory.CreateDirectory(Path.Combine(shop.Folder, "images")).FullName;

    private string HandIn()
    {
        var jpeg = Shaded(SKEncodedImageFormat.Jpeg);
        var png = Shaded(SKEncodedImageFormat.Png);
        File.WriteAllBytes(Path.Combine(Images, "good.jpg"), jpeg);
        File.WriteAllBytes(Path.Combine(Images, "half.jpg"), [.. jpeg[..(jpeg.Length * 45 / 100)], 0xFF, 0xD9]);
        png[png.Length / 2] ^= 1;
        File.WriteAllBytes(Path.Combine(Images, "sum.png"), png);
        File.WriteAllBytes(Path.Combine(Images, "white.png"), Pictures.Encode(300, 400, SKEncodedImageFormat.Png));
        var list = Path.Combine(shop.Folder, "products.csv");
        File.WriteAllText(list, "product,image,name\n1,good.jpg,A\n2,half.jpg,B\n3,sum.png,C\n4,white.png,D\n");
        return list;
    }

    private static byte[] Shaded(SKEncodedImageFormat format) => Pictures.Encode(240, 320, format, canvas =>
    {
        using var shade = new SKPaint { Shader = SKShader.CreatePerlinNoiseTurbulence(0.05f, 0.08f, 3, 7) };
        canvas.DrawRect(0, 0, 240, 320, shade);
    });
}
