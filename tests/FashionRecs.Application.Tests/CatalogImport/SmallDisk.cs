using FashionRecs.Application.Files;

namespace FashionRecs.Application.Tests.CatalogImport;

/// <summary>A disk with little room, which fails as Linux does when there is none left.</summary>
internal sealed class SmallDisk : ShopFileWriter
{
    private const int NoSpace = 28;

    /// <summary>Bytes that still fit.</summary>
    public long Room { get; set; } = long.MaxValue;

    protected override Stream Create(string path) => new Limited(this, base.Create(path));

    private sealed class Limited(SmallDisk disk, Stream file) : MemoryStream
    {
        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (disk.Room < buffer.Length)
            {
                throw new IOException("No space left on device", NoSpace);
            }

            disk.Room -= buffer.Length;
            await file.WriteAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                file.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
