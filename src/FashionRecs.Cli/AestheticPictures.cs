using FashionRecs.Recommenders.Pictures.Aesthetics;
using FashionRecs.Recommenders.Purchases;
using FashionRecs.Vision.Imaging;

namespace FashionRecs.Cli;

/// <summary>How the pictures of a product list look, computed from their pixels.</summary>
internal static class AestheticPictures
{
    /// <summary>Pictures are looked at about this wide: harmony and composition need no more.</summary>
    private const int Width = 80;

    /// <summary>The standardized numbers of the listed pictures that exist and can be read; null where there is none.</summary>
    /// <param name="root">Folder that the list's picture paths start from.</param>
    public static float[][]? Read(ShopProducts products, string root, CancellationToken cancellation)
    {
        var numbers = new float[]?[products.Count];
        Parallel.For(0, products.Count, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = cancellation }, item =>
        {
            var path = Path.Combine(root, products[item].Image);
            if (products[item].Image.Length > 0 && File.Exists(path))
            {
                numbers[item] = TryLook(path);
            }
        });
        return Array.TrueForAll(numbers, picture => picture is null) ? null : AestheticTable.Standardize(numbers);
    }

    private static float[]? TryLook(string path)
    {
        try
        {
            using var picture = PictureDecoder.Decode(PictureDecoder.ReadFile(path));
            var bitmap = picture.Bitmap;
            var step = Math.Max(1, bitmap.Width / Width);
            var (width, height) = (bitmap.Width / step, bitmap.Height / step);
            var colours = bitmap.Pixels;
            var pixels = new byte[width * height * 3];
            for (var place = 0; place < width * height; place++)
            {
                var colour = colours[(place / width * step * bitmap.Width) + (place % width * step)];
                (pixels[3 * place], pixels[(3 * place) + 1], pixels[(3 * place) + 2]) = (colour.Red, colour.Green, colour.Blue);
            }

            return width < 8 || height < 8 ? null : AestheticFeatures.Of(pixels, width);
        }
        catch (InvalidDataException)
        {
            return null; // a picture that cannot be read is none, as for the network
        }
    }
}
