using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace FashionRecs.Storage.S3;

/// <summary>Makes clients of a bucket's service.</summary>
internal static class S3Clients
{
    /// <summary>Longest wait for an answer to one try, so that a page never hangs on a service that says nothing.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Makes one; it may be shared.</summary>
    public static AmazonS3Client Create(S3Options options)
    {
        var config = new AmazonS3Config
        {
            MaxErrorRetry = 2, Timeout = Patience,
            // Other services than Amazon's know no sums behind the content, and no names of buckets before theirs.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            (config.ServiceURL, config.AuthenticationRegion, config.ForcePathStyle) = (endpoint, options.Region, true);
        }
        else
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        }

        return options is { AccessKey: { } key, SecretKey: { } secret }
            ? new AmazonS3Client(new BasicAWSCredentials(key, secret), config) : new AmazonS3Client(config);
    }
}
